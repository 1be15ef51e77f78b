import { LEVEL_INFO, LEVELS, type Level } from './levels'

type Counted = { distribution: Readonly<Record<Level, number>>; spread: number | null }

/** What readers are told of how near the ballots lie: `cut`, the ballots left out at each end; `steps`, between the others. */
export type Agreement = { cut: number; steps: number }

/**
 * In one sentence beside the count, and true by itself: “they agree” of all that were cast, or of what is left when so many are
 * left out at each end, as the spread (`conclude`) leaves them out. Null where there is nothing to compare, and where the
 * ballots that name a level agree and others say that none can be named.
 */
export function agreementOf({ distribution, spread }: Counted): Agreement | null {
  const steps = LEVELS.flatMap((level) => Array<number | null>(distribution[level]).fill(LEVEL_INFO[level].value))
  const rated = steps.filter((step) => step !== null)
  if (spread === null) return null
  if (rated.length < 2 || (spread === 0 && rated.length < steps.length)) return null
  const isWhole = Math.max(...rated) - Math.min(...rated) === spread
  return { cut: isWhole ? 0 : Math.floor(rated.length / 4), steps: spread }
}
