import { compareLandmarks, type LandmarkOrder } from './landmark'
import { matchesBetween, type Match } from './match'
import type { Reading } from './reading'
import { shortSpeech } from './speech'
import { WORD } from './tokens'

/** What two readings have in common, in words of 4 (see `WORD`); nothing here knows who was first. */
export type Measured = {
  matches: Match[]
  /** Words of each that count, and how many of them stand in the other. */
  words: { a: number; b: number }
  sharedWords: { a: number; b: number }
  /** 0–1: how much of each stands in the other word for word. */
  contained: { a: number; b: number }
  /** The same without what both have between quotation marks: their own words. */
  prose: { words: number; contained: number; longest: number }
  /** Shared words that only one of them has between quotation marks. */
  quotedBy: { a: number; b: number }
  /** Whole direct quotations that both have, and their words: 8 or more, or 5 where both give them as what somebody said. */
  quotations: { count: number; words: number }
  /** Of texts in different languages alone. */
  order: LandmarkOrder | null
}

const LEAST_QUOTATION = 8 * WORD
/** Two languages share names and numbers, and a word here and there. */
const FOREIGN = 0.25

export function measure(a: Reading, b: Reading): Measured {
  const isForeign = areForeign(a, b)
  const matches = isForeign ? [] : matchesBetween(a, b)
  const sums = sumUp(a, b, matches)
  const contained = {
    a: sums.total.a === 0 ? 0 : sums.shared.a / sums.total.a,
    b: sums.total.b === 0 ? 0 : sums.shared.b / sums.total.b,
  }
  return {
    matches,
    words: { a: sums.total.a / WORD, b: sums.total.b / WORD },
    sharedWords: { a: sums.shared.a / WORD, b: sums.shared.b / WORD },
    contained,
    prose: {
      words: sums.prose / WORD,
      contained: Math.max(share(sums.prose, sums.own.a), share(sums.prose, sums.own.b)),
      longest: sums.longestProse / WORD,
    },
    quotedBy: { a: sums.quotedBy.a / WORD, b: sums.quotedBy.b / WORD },
    quotations: isForeign ? { count: 0, words: 0 } : quotationsOfBoth(a, b, matches),
    order: isForeign ? compareLandmarks(a.course(), b.course()) : null,
  }
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.min(1, part / whole))

function sumUp(a: Reading, b: Reading, matches: readonly Match[]) {
  const covered = new Uint8Array(b.tokens.count)
  const sums = {
    total: { a: countable(a), b: countable(b) },
    shared: { a: 0, b: 0 },
    own: { a: 0, b: 0 },
    prose: 0,
    longestProse: 0,
    quotedBy: { a: 0, b: 0 },
  }
  let both = 0
  for (const match of matches) {
    let prose = 0
    for (let step = 0; step < match.length; step++) {
      const [atA, atB] = [match.a + step, match.b + step]
      const weight = a.tokens.weights[atA] ?? 0
      sums.shared.a += weight
      if (covered[atB] === 0) sums.shared.b += weight
      covered[atB] = 1
      const [inA, inB] = [a.isQuoted[atA] === 1, b.isQuoted[atB] === 1]
      if (inA && inB) both += weight
      else prose += weight
      if (inA && !inB) sums.quotedBy.a += weight
      if (inB && !inA) sums.quotedBy.b += weight
    }
    sums.prose += prose
    sums.longestProse = Math.max(sums.longestProse, prose)
  }
  sums.own = { a: sums.total.a - both, b: sums.total.b - both }
  return sums
}

function countable(reading: Reading): number {
  let sum = 0
  for (let at = 0; at < reading.tokens.count; at++)
    if (reading.isCommon[at] === 0) sum += reading.tokens.weights[at] ?? 0
  return sum
}

/** Quotations of `a` of which nine tenths stand in `b` between quotation marks too. */
function quotationsOfBoth(a: Reading, b: Reading, matches: readonly Match[]): { count: number; words: number } {
  const isBoth = new Uint8Array(a.tokens.count)
  for (const match of matches)
    for (let step = 0; step < match.length; step++) if (b.isQuoted[match.b + step] === 1) isBoth[match.a + step] = 1
  const result = shortSpeechOfBoth(a, b)
  let at = 0
  for (const quotation of a.quotations) {
    let [whole, shared] = [0, 0]
    while (at < a.tokens.count && (a.tokens.starts[at] ?? 0) < quotation.start) at++
    for (; at < a.tokens.count && (a.tokens.starts[at] ?? 0) < quotation.end; at++) {
      whole += a.tokens.weights[at] ?? 0
      if (isBoth[at] === 1) shared += a.tokens.weights[at] ?? 0
    }
    if (shared >= LEAST_QUOTATION && shared >= 0.9 * whole) {
      result.count++
      result.words += shared / WORD
    }
  }
  return result
}

function shortSpeechOfBoth(a: Reading, b: Reading): { count: number; words: number } {
  const others = shortSpeech(b)
  const both = [...shortSpeech(a)].filter(([hash]) => others.has(hash))
  return { count: both.length, words: both.reduce((sum, [, weight]) => sum + weight, 0) / WORD }
}

/** In two languages: as they say, or by their letters and words where one of them does not. */
function areForeign(a: Reading, b: Reading): boolean {
  const [one, other] = [mainScript(a), mainScript(b)]
  if (one !== other) return one !== null && other !== null
  const [first, second] = [baseOf(a.article.language), baseOf(b.article.language)]
  // A stated language may be wrong: the words of both have the last say.
  if (first !== null && first === second) return false
  return vocabularyShared(a, b) < (first === null || second === null ? FOREIGN / 2 : FOREIGN)
}

const baseOf = (tag: string | null) => tag?.toLowerCase().split('-')[0] ?? null

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Greek',
  'Han',
  'Hiragana',
  'Hangul',
  'Thai',
  'Devanagari',
].map((name) => ({ name, letter: new RegExp(`\\p{Script=${name}}`, 'gu') }))

function mainScript(reading: Reading): string | null {
  const sample = reading.article.text.slice(0, 2000)
  let best: { name: string; count: number } | null = null
  for (const { name, letter } of SCRIPTS) {
    const count = sample.match(letter)?.length ?? 0
    if (count > (best?.count ?? 0)) best = { name, count }
  }
  return best?.name ?? null
}

/** Share of the smaller vocabulary that the other has too. */
function vocabularyShared(a: Reading, b: Reading): number {
  const [one, other] = [new Set(a.tokens.hashes), new Set(b.tokens.hashes)]
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const hash of small) if (large.has(hash)) shared++
  return small.size === 0 ? 1 : shared / small.size
}
