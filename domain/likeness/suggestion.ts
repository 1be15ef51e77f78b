import type { Span } from '../anchor'
import type { LineageKind } from '../words'
import { AGENCIES, creditsIn, isAgency, type Agency } from './credit'
import { directionOf, footOf, type Direction } from './direction'
import type { LandmarkOrder } from './landmark'
import { measure, type Measured } from './measure'
import type { Reading } from './reading'

/** A passage that both have, word for word, in code points of each text. */
export type Passage = { copy: Span; original: Span }

export type Suggestion = {
  copy: 'a' | 'b'
  kind: LineageKind
  /** 0–1. */
  strength: number
  /** What it rests on, a sentence each; "it" is the copy. They hold nothing of either text. */
  because: string[]
  /** 0–1: how much of each stands in the other; both 0 of a translation. */
  contained: { copy: number; original: number }
  /** 0–1: how sure it is who was first. */
  certainty: number
}

/** The same direct quotations in other words: both may go back to one origin. It joins nothing. */
export type Hint = { strength: number; because: string[] }

export type Verdict = { suggestion: Suggestion | null; hint: Hint | null }

/** Where the lines are drawn; tried on the tuning set of tests/likeness alone. */
const LINE = {
  sameText: 0.5,
  sameTextWords: 15,
  sameProse: 0.35,
  quotesRun: 12,
  quotesWords: 14,
  quotedWords: 10,
  landmarks: 6,
  order: 0.62,
  rhythm: 0.56,
  creditedWords: 8,
} as const

/**
 * What the program makes of two texts, from what they share. Whatever is common to an outlet's pages counts for nothing.
 * @param agencies that a text may credit.
 */
export function compareReadings(a: Reading, b: Reading, agencies: readonly Agency[] = AGENCIES): Verdict {
  const measured = measure(a, b)
  const suggestion = isTranslation(measured.order)
    ? translated(a, b, measured, measured.order)
    : isSameText(measured)
      ? copied(a, b, measured)
      : isQuoting(a, b, measured)
        ? quoted(a, b, measured)
        : null
  return { suggestion, hint: suggestion === null ? hintOf(a, b, measured, agencies) : null }
}

/** The same names and numbers in the same order, in another language. */
function isParallel(order: LandmarkOrder | null): order is LandmarkOrder {
  if (order === null || order.shared < LINE.landmarks || order.names < 2) return false
  return order.coverage * order.alignment >= LINE.order
}

/** Two who tell the same points one after another have the same order too, but not the same sentences. */
function isTranslation(order: LandmarkOrder | null): order is LandmarkOrder {
  return isParallel(order) && order.rhythm >= LINE.rhythm
}

function isSameText({ contained, sharedWords, prose, quotedBy }: Measured): boolean {
  if (Math.max(contained.a, contained.b) < LINE.sameText || prose.contained < LINE.sameProse) return false
  // A short note that is little but quotations of the other quotes it.
  if (Math.max(quotedBy.a, quotedBy.b) > 0.6 * sharedWords.a) return false
  return sharedWords.a >= LINE.sameTextWords
}

function isQuoting(a: Reading, b: Reading, { prose, quotedBy }: Measured): boolean {
  // What one outlet repeats of its own is no quotation.
  if (a.article.outlet !== null && a.article.outlet.id === b.article.outlet?.id) return false
  if (Math.max(quotedBy.a, quotedBy.b) >= LINE.quotedWords) return true
  return prose.longest >= LINE.quotesRun && prose.words >= LINE.quotesWords
}

type Sides = { copy: 'a' | 'b'; original: 'a' | 'b' }

function sidesOf({ copy }: Direction): Sides {
  return copy === 'a' ? { copy: 'a', original: 'b' } : { copy: 'b', original: 'a' }
}

const percent = (part: number) => `${Math.round(part * 100)} %`
const times = (count: number, one: string, many: string) => (count === 1 ? `one ${one}` : `${count} ${many}`)

function copied(a: Reading, b: Reading, measured: Measured): Suggestion {
  const direction = directionOf(a, b, measured)
  const { copy, original } = sidesOf(direction)
  const words = Math.round(measured.sharedWords[copy])
  const most = Math.max(measured.contained.a, measured.contained.b)
  const hasFoot = (copy === 'a' ? footOf(a, measured) : footOf(b, mirrored(measured))) !== null
  return {
    copy,
    kind: hasFoot ? 'scrape' : 'reprint',
    strength: most * Math.min(1, 0.5 + words / 160),
    because: [
      `${percent(measured.contained[copy])} of it stands word for word in the other, and ` +
        `${percent(measured.contained[original])} of the other in it: ${words} words in ` +
        `${times(measured.matches.length, 'passage', 'passages')}.`,
      ...direction.because,
    ],
    contained: { copy: measured.contained[copy], original: measured.contained[original] },
    certainty: direction.certainty,
  }
}

function mirrored(measured: Measured): Measured {
  return { ...measured, matches: measured.matches.map(({ a, b, length }) => ({ a: b, b: a, length })) }
}

function quoted(a: Reading, b: Reading, measured: Measured): Suggestion {
  const direction = directionOf(a, b, measured)
  const { copy, original } = sidesOf(direction)
  const words = Math.round(measured.prose.words)
  return {
    copy,
    kind: 'quotes',
    strength: Math.min(0.95, 0.45 + words / 120),
    because: [
      `It shares ${words} words with the other, word for word, in ` +
        `${times(measured.matches.length, 'passage', 'passages')}: ${percent(measured.contained[copy])} of it.`,
      ...direction.because,
    ],
    contained: { copy: measured.contained[copy], original: measured.contained[original] },
    certainty: direction.certainty,
  }
}

function translated(a: Reading, b: Reading, measured: Measured, order: LandmarkOrder): Suggestion {
  const direction = directionOf(a, b, measured)
  const { shared, numbers, names, coverage, alignment } = order
  return {
    copy: direction.copy,
    kind: 'translation',
    strength: Math.min(0.95, coverage * (0.5 + alignment / 2) * Math.min(1, 0.6 + shared / 40)),
    because: [
      `The languages differ, and ${times(names, 'name', 'names')} and ${times(numbers, 'number', 'numbers')} run in ` +
        `the same order in both: ${percent(coverage)} of those in the shorter text.`,
      ...direction.because,
    ],
    contained: { copy: 0, original: 0 },
    certainty: direction.certainty,
  }
}

function hintOf(a: Reading, b: Reading, measured: Measured, agencies: readonly Agency[]): Hint | null {
  const hints = [quotationHint(measured), parallelHint(measured), creditHint(a, b, measured, agencies)]
  const given = hints.filter((hint) => hint !== null)
  if (given.length === 0) return null
  return {
    strength: Math.min(0.9, Math.max(...given.map((hint) => hint.strength)) + 0.1 * (given.length - 1)),
    because: given.flatMap((hint) => hint.because),
  }
}

function quotationHint({ quotations, prose }: Measured): Hint | null {
  if (quotations.count === 0) return null
  const words = Math.round(quotations.words)
  return {
    strength: Math.min(0.9, 0.3 + words / 60),
    because: [
      `Both have ${times(quotations.count, 'direct quotation', 'direct quotations')} in the same words (${words}), ` +
        `in a text that is otherwise ${prose.words < 8 ? 'their own' : 'largely their own'}.`,
    ],
  }
}

function parallelHint({ order }: Measured): Hint | null {
  if (!isParallel(order)) return null
  return {
    strength: 0.4,
    because: [
      `The languages differ, and ${times(order.shared, 'name or number', 'names and numbers')} run in the same order in both, ` +
        'though not their sentences: both may follow one account.',
    ],
  }
}

/** An agency that both say they have it from, or that one of them is. Only of texts that tell of the same. */
function creditHint(a: Reading, b: Reading, measured: Measured, agencies: readonly Agency[]): Hint | null {
  const { sharedWords, order } = measured
  if (sharedWords.a < LINE.creditedWords && (order?.shared ?? 0) < LINE.landmarks) return null
  const [ofA, ofB] = [creditsIn(a.article.text, agencies), creditsIn(b.article.text, agencies)]
  const isOutlet = (agency: Agency, { article }: Reading) => isAgency(agency, article.outlet?.names ?? [])
  const isNamed = a.article.isConfidential !== true && b.article.isConfidential !== true
  const named = (agency: Agency) => (isNamed ? agency[0] : 'a news agency')
  const both = ofA.filter((agency) => ofB.includes(agency) && !isOutlet(agency, a) && !isOutlet(agency, b))
  const own = [...ofA.filter((agency) => isOutlet(agency, b)), ...ofB.filter((agency) => isOutlet(agency, a))]
  if (both.length === 0 && own.length === 0) return null
  return {
    strength: own.length > 0 ? 0.45 : 0.35,
    because: [
      ...both.slice(0, 2).map((agency) => `Both credit ${named(agency)} with what they tell.`),
      ...own.slice(0, 1).map((agency) => `One credits ${named(agency)}, which is the other’s outlet.`),
    ],
  }
}

/** The passages that two texts share, in the order of `copy`; for showing them side by side. */
export function passagesBetween(copy: Reading, original: Reading): Passage[] {
  const { matches } = measure(copy, original)
  return matches.map((match) => ({
    copy: spanOf(copy, match.a, match.length),
    original: spanOf(original, match.b, match.length),
  }))
}

function spanOf(reading: Reading, from: number, length: number): Span {
  return {
    start: reading.index.toCodePoint(reading.tokens.starts[from] ?? 0),
    end: reading.index.toCodePoint(reading.tokens.ends[from + length - 1] ?? 0),
  }
}
