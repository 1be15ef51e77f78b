import { indexText } from './text'

/** What a search finds, in the order in which kinds are offered. */
export const SEARCH_KINDS = ['incident', 'claim', 'source', 'passage', 'excerpt', 'party', 'place'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export const SEARCH_STATUSES = ['open', 'published', 'retracted', 'closed'] as const
export type SearchStatus = (typeof SEARCH_STATUSES)[number]

/** `phrase`: these very words in this order. `beginning`: the last word is only begun. */
export type SearchTerm = { line: string; kind: 'word' | 'phrase' | 'beginning'; not: boolean }

/** Beyond so many the rest is not looked for. */
const MOST_TERMS = 12
const TERM = /([-−]?)(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+))/gu
const HAS_WORD = /[\p{L}\p{N}]/u

/** What somebody typed, taken apart: words, "phrases", -exclusions and beginn*. There is no wrong way to type it. */
export function searchTerms(typed: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  for (const [, minus, phrase, word] of typed.matchAll(TERM)) {
    const line = phrase ?? word ?? ''
    if (!HAS_WORD.test(line)) continue
    const kind = phrase !== undefined ? 'phrase' : line.endsWith('*') ? 'beginning' : 'word'
    terms.push({ line, kind, not: minus !== '' && minus !== undefined })
  }
  return terms.slice(0, MOST_TERMS)
}

// The very signs at which the index cuts texts into words (search_split in db/migrations/0002_listing.sql).
const BETWEEN =
  /[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u02C2-\u02DF\u055A-\u055F\u0589\u05BE\u05C0\u05C3\u05F3\u05F4\u060C\u061B\u061F\u066A-\u066D\u06D4\u0964\u0965\u2000-\u206F\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u30FB\uFE00-\uFE0F\uFE30-\uFE6F\uFFFC-\uFFFD]+/gu
const PAIRED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/

type Mark = { start: number; end: number }
/** A place of the index in a text, in UTF-16 units. */
type Placed = Mark & { place: number }

/** What stands between the signs: a pattern that looks for a sign at each letter takes ten times as long. */
function wordsOf(text: string): { word: string; index: number }[] {
  const words: { word: string; index: number }[] = []
  let index = 0
  for (const sign of [...text.matchAll(BETWEEN), { 0: '', index: text.length }]) {
    if (sign.index > index) words.push({ word: text.slice(index, sign.index), index })
    index = sign.index + sign[0].length
  }
  return words
}

/** Where each place of the index is; scripts without blanks are indexed in pairs of characters, each a place. */
function placesOf(text: string): Placed[] {
  const places: Placed[] = []
  let place = 0
  for (const { word, index } of wordsOf(text)) {
    if (!PAIRED.test(word)) {
      places.push({ place: ++place, start: index, end: index + word.length })
      continue
    }
    const signs = Array.from(word)
    let at = index
    for (let n = 0; n < Math.max(1, signs.length - 1); n++) {
      const [first = '', second = ''] = signs.slice(n, n + 2)
      places.push({ place: ++place, start: at, end: at + first.length + second.length })
      at += first.length
    }
  }
  return places
}

/** What of a term was met: the places in the index, and how many must follow each other to be it. */
export type Met = { places: readonly number[]; run: number }

/** The places that stand in a run as long as the term: a word of a phrase that stands alone is not the phrase. */
function inRuns({ places, run }: Met): number[] {
  if (run <= 1) return [...places]
  const met = new Set(places)
  return places.filter((place) => {
    let [first, last] = [place, place]
    while (met.has(first - 1)) first--
    while (met.has(last + 1)) last++
    return last - first + 1 >= run
  })
}

/** The passages of a text that were looked for, in UTF-16 units, in order and apart. */
function marksIn(text: string, met: readonly Met[]): Mark[] {
  const wanted = new Set(met.flatMap(inRuns))
  const marks: Mark[] = []
  for (const { place, start, end } of placesOf(text)) {
    if (!wanted.has(place)) continue
    const before = marks.at(-1)
    if (before !== undefined && /^[^\S\n]*$/u.test(text.slice(before.end, start)))
      before.end = Math.max(before.end, end)
    else marks.push({ start, end })
  }
  return marks
}

/** UTF-16 units of a passage as it is shown. */
const SHOWN = 320
const BEFORE = 90

type Shown = {
  text: string
  /** Within `text`, in code points, end exclusive. */
  marks: Mark[]
  /** The first mark within the whole text, in code points; null where nothing is marked. */
  at: Mark | null
  isCutBefore: boolean
  isCutAfter: boolean
}

/** The part of a text that says most of what was looked for, with that marked. */
export function shownOf(whole: string, met: readonly Met[]): Shown {
  const marks = marksIn(whole, met)
  const index = indexText(whole)
  const best = densest(marks)
  const first = marks[best]
  const from = first === undefined ? 0 : beginningNear(whole, first.start - BEFORE)
  const to = endNear(whole, Math.max(from + SHOWN, first?.end ?? 0))
  const text = whole.slice(from, to)
  const own = indexText(text)
  return {
    text,
    marks: marks
      .filter((mark) => mark.start >= from && mark.end <= to)
      .map((mark) => ({ start: own.toCodePoint(mark.start - from), end: own.toCodePoint(mark.end - from) })),
    at: first === undefined ? null : { start: index.toCodePoint(first.start), end: index.toCodePoint(first.end) },
    isCutBefore: from > 0,
    isCutAfter: to < whole.trimEnd().length,
  }
}

/** The mark from which on most of them fit into what is shown. */
function densest(marks: readonly Mark[]): number {
  let [best, most] = [0, 0]
  for (let i = 0, last = 0; i < marks.length; i++) {
    last = Math.max(last, i)
    while (last < marks.length && (marks[last]?.end ?? 0) <= (marks[i]?.start ?? 0) + SHOWN - BEFORE) last++
    if (last - i > most) [best, most] = [i, last - i]
  }
  return best
}

/** The beginning of a word or line at or after the offset; never within a pair of surrogates. */
function beginningNear(text: string, offset: number): number {
  if (offset <= 0) return 0
  const space = text.slice(offset, offset + 40).search(/\s\S/u)
  const at = space < 0 ? offset : offset + space + 1
  return isWithinPair(text, at) ? at + 1 : at
}

function endNear(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const space = text.slice(offset, offset + 40).search(/\s/u)
  const at = space < 0 ? offset : offset + space
  return isWithinPair(text, at) ? at + 1 : at
}

const isWithinPair = (text: string, at: number) => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1))
