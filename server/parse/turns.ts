/** How many may work at once; the others wait in the order they came. */
export const AT_ONCE = 2

type Turns = { taken: number; waiting: (() => void)[] }

const TURNS = Symbol.for('assay.parse.turns')

/** One count for the whole process: the web server and the background load this module each for themselves. */
function turns(): Turns {
  const holder = globalThis as { [TURNS]?: Turns | undefined }
  return (holder[TURNS] ??= { taken: 0, waiting: [] })
}

/** @throws the signal's reason when it is aborted before its turn has come */
export async function inTurn<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  await takeTurn(turns(), signal)
  try {
    return await work()
  } finally {
    giveTurn(turns())
  }
}

async function takeTurn(all: Turns, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (all.taken < AT_ONCE) {
    all.taken++
    return
  }
  await new Promise<void>((resolve, reject) => {
    const abort = () => {
      all.waiting.splice(all.waiting.indexOf(go), 1)
      reject(signal?.reason as Error)
    }
    const go = () => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }
    all.waiting.push(go)
    signal?.addEventListener('abort', abort, { once: true })
  })
}

/** The turn goes from hand to hand while somebody waits. */
function giveTurn(all: Turns): void {
  const next = all.waiting.shift()
  if (next === undefined) all.taken--
  else next()
}
