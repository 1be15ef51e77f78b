import { FetchRefused } from './refused'

/** One signal for everything that can end a reading early. `stop` must be called when it is over. */
export type Clock = { signal: AbortSignal; stop: () => void }

/** Aborts with FetchRefused: `timed_out` after `time` milliseconds, `cancelled` when the caller's signal does. */
export function startClock(time: number, outer: AbortSignal | undefined): Clock {
  const control = new AbortController()
  const cancel = () => control.abort(new FetchRefused('cancelled', 'Reading the page was cancelled.'))
  const late = setTimeout(() => {
    control.abort(new FetchRefused('timed_out', `The site took longer than ${time / 1000} seconds. Try again later.`))
  }, time)
  if (outer?.aborted === true) cancel()
  else outer?.addEventListener('abort', cancel, { once: true })
  const stop = () => {
    clearTimeout(late)
    outer?.removeEventListener('abort', cancel)
  }
  return { signal: control.signal, stop }
}

/** The promise, or the signal's reason as soon as it aborts. What still comes after that goes to `discard`. */
export async function within<T>(signal: AbortSignal, promise: Promise<T>, discard?: (late: T) => void): Promise<T> {
  let stop: (() => void) | undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } catch (error) {
    if (signal.aborted) void promise.then(discard, () => undefined)
    throw error
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop)
  }
}
