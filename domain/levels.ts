/**
 * Levels of confidence: the Admiralty scale of credibility (NATO AJP-2.1), most confident first.
 * Outlets carry the scale's other axis, reliability; the two are judged apart and never combined.
 */
export const LEVELS = ['confirmed', 'probable', 'possible', 'doubtful', 'improbable', 'unknown'] as const
export type Level = (typeof LEVELS)[number]

/** Levels that stand on the scale: all but `unknown`. */
export const RATED_LEVELS = ['confirmed', 'probable', 'possible', 'doubtful', 'improbable'] as const
export type RatedLevel = (typeof RATED_LEVELS)[number]

export const HEADINGS = ['established', 'likely', 'disputed', 'unverified', 'unlikely'] as const
export type Heading = (typeof HEADINGS)[number]

type LevelInfo = {
  label: string
  /** Order on the scale and ClaimReview's ratingValue (best 5, worst 1); null where truth cannot be judged. */
  value: 1 | 2 | 3 | 4 | 5 | null
  heading: Heading
  /** What an editor says by casting it. */
  meaning: string
}

export const LEVEL_INFO: Readonly<Record<Level, LevelInfo>> = {
  confirmed: {
    label: 'Confirmed by other sources',
    value: 5,
    heading: 'established',
    meaning: 'Independent origins agree; it is logical and consistent with what else is known.',
  },
  probable: {
    label: 'Probably true',
    value: 4,
    heading: 'likely',
    meaning: 'Not confirmed, but logical and consistent with what else is known.',
  },
  possible: {
    label: 'Possibly true',
    value: 3,
    heading: 'unverified',
    meaning: 'Not confirmed; reasonably logical, agrees with some of what is known.',
  },
  doubtful: {
    label: 'Doubtful',
    value: 2,
    heading: 'unlikely',
    meaning: 'Not confirmed; possible, but not logical, and nothing else bears it out.',
  },
  improbable: {
    label: 'Improbable',
    value: 1,
    heading: 'unlikely',
    meaning: 'Contradicted by what else is known.',
  },
  unknown: {
    label: 'Truth cannot be judged',
    value: null,
    heading: 'unverified',
    meaning: 'There is no basis for judging it.',
  },
}

export const HEADING_LABEL: Readonly<Record<Heading, string>> = {
  established: 'Established',
  likely: 'Likely',
  disputed: 'Disputed',
  unverified: 'Unverified',
  unlikely: 'Unlikely',
}

/** A spread of this many steps or more puts a finding under Disputed, whatever its level. */
export const DISPUTED_SPREAD = 2

/** The public heading of a finding. `spread` in steps (0–4); null where too few rated levels were cast. */
export function headingOf(level: Level, spread: number | null): Heading {
  return spread !== null && spread >= DISPUTED_SPREAD ? 'disputed' : LEVEL_INFO[level].heading
}

export function isAtLeastProbable(level: Level): boolean {
  return level === 'confirmed' || level === 'probable'
}

/** A reason is required at both ends of the scale and for `unknown`. */
export function needsReason(level: Level): boolean {
  return level === 'confirmed' || level === 'improbable' || level === 'unknown'
}

/** Reliability of an outlet, the Admiralty scale's other axis. */
export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Grade = (typeof GRADES)[number]

export const GRADE_LABEL: Readonly<Record<Grade, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
}
