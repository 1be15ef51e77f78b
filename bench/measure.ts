import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/** Middle of the values; the mean of two middles. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (upper + lower) / 2
}

export const p95 = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN

/** How long one call takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/**
 * The median ratio of two things done in turns, so that whatever else the machine does meets both alike.
 * Above 1: `ours` takes longer.
 */
export async function ratio(
  ours: () => Promise<unknown>,
  yardstick: () => Promise<unknown>,
  turns: number,
): Promise<{ ratio: number; ours: number; yardstick: number }> {
  await ours()
  await yardstick()
  const pairs: { ours: number; yardstick: number }[] = []
  for (let turn = 0; turn < turns; turn++) pairs.push({ ours: await timed(ours), yardstick: await timed(yardstick) })
  return {
    ratio: median(pairs.map((pair) => pair.ours / pair.yardstick)),
    ours: median(pairs.map((pair) => pair.ours)),
    yardstick: median(pairs.map((pair) => pair.yardstick)),
  }
}

/** Runs `work` for each index, `width` at a time. */
export async function spread(count: number, width: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

export const shown = (value: number): string => value.toFixed(value < 10 ? 2 : 1)

/** Of a clock tick of the kernel, in seconds. */
const TICK = 0.01

/** MB of memory at most, and seconds of the processor. */
export type Used = { peak: number; seconds: number }

/** What a process has used so far, as Linux tells it; undefined when it is gone. */
export function usedBy(pid: number): Used | undefined {
  if (!existsSync(`/proc/${pid}/status`)) return undefined
  const [, peak] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  if (peak === undefined) return undefined
  // After the name, which may hold anything: user and system time are the 12th and 13th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return { peak: Number(peak) / 1024, seconds: (Number(fields[11]) + Number(fields[12])) * TICK }
}
