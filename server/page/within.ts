/** What was asked, or an error once so many milliseconds have gone by. */
export async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Error('the database did not answer in time'))
    // A process that was kept from running finds the time gone by before it finds the answer: that is read first.
    timer = setTimeout(() => setImmediate(giveUp), milliseconds)
  })
  asked.catch(() => undefined)
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
