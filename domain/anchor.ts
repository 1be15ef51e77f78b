import { findNear } from './anchor-search'
import { indexText, type TextIndex } from './text'
import { allowed, refused, type Verdict } from './verdict'

/** Length of prefix and suffix, in code points. */
export const CONTEXT_LENGTH = 32
/** An excerpt has 1 code point at least, and these at most. */
export const EXCERPT_MAX = 5000

/** A range of a text in Unicode code points, end exclusive. */
export type Span = { start: number; end: number }

/** A W3C TextQuoteSelector and TextPositionSelector in one; offsets in code points, end exclusive. */
export type Anchor = Span & { exact: string; prefix: string; suffix: string }

const indexed = (text: string | TextIndex): TextIndex => (typeof text === 'string' ? indexText(text) : text)

/**
 * May this range become an excerpt? It lies in the text, has 1–5,000 code points, not all of them white space, and
 * touches no passage marked as not part of the article. For many ranges of one text, pass its index.
 */
export function canExcerpt(
  text: string | TextIndex,
  start: number,
  end: number,
  exclusions: readonly Span[] = [],
): Verdict {
  const index = indexed(text)
  const isInside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= index.length
  if (!isInside) return refused('anchor.range', 'The passage does not lie within the text.', 'Select it again.')
  if (end - start > EXCERPT_MAX)
    return refused(
      'anchor.length',
      `The passage has ${end - start} characters; ${EXCERPT_MAX} are the most.`,
      'Select a shorter one.',
    )
  if (index.slice(start, end).trim() === '')
    return refused('anchor.blank', 'The passage holds no words.', 'Select some text.')
  if (exclusions.some((span) => span.start < end && start < span.end))
    return refused(
      'anchor.excluded',
      'The passage runs into text marked as not part of the article.',
      'Select around it, or lift that mark.',
    )
  return allowed
}

/** The anchor of a range, in code points. Throws a RangeError for a range that `canExcerpt` refuses. */
export function makeAnchor(text: string | TextIndex, start: number, end: number): Anchor {
  const index = indexed(text)
  const verdict = canExcerpt(index, start, end)
  if (!verdict.allowed) throw new RangeError(verdict.because)
  return {
    exact: index.slice(start, end),
    prefix: index.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: index.slice(end, end + CONTEXT_LENGTH),
    start,
    end,
  }
}

/** Rule 1: the exact text stands at its position, with that prefix before it and that suffix behind it. */
export function checkAnchor(text: string | TextIndex, anchor: Anchor): Verdict {
  const index = indexed(text)
  const range = canExcerpt(index, anchor.start, anchor.end)
  if (!range.allowed) return range
  const there = makeAnchor(index, anchor.start, anchor.end)
  if (there.exact !== anchor.exact)
    return refused(
      'anchor.verbatim',
      'The quotation is not what stands at this place in the captured text.',
      'Take the nearest passage, or select it again.',
    )
  if (there.prefix !== anchor.prefix || there.suffix !== anchor.suffix)
    return refused(
      'anchor.context',
      'The text around the quotation is not what stands in the captured text.',
      'Select the passage again.',
    )
  return allowed
}

/**
 * Every exact occurrence is weighed by how much of prefix and suffix agrees; the best, the first of equals, or null
 * where the text does not hold it. For finding an excerpt again in a newer capture.
 */
export function findQuote(text: string | TextIndex, exact: string, prefix = '', suffix = ''): Span | null {
  if (exact === '') return null
  const index = indexed(text)
  const whole = index.text
  let best = -1
  let bestScore = -1
  for (let at = whole.indexOf(exact), seen = 0; at >= 0 && seen < 10_000; at = whole.indexOf(exact, at + 1), seen++) {
    const score = agreesBefore(whole, at, prefix) + agreesBehind(whole, at + exact.length, suffix)
    if (score > bestScore) {
      best = at
      bestScore = score
    }
  }
  return best < 0 ? null : { start: index.toCodePoint(best), end: index.toCodePoint(best + exact.length) }
}

function agreesBefore(text: string, at: number, prefix: string): number {
  let length = 0
  while (length < prefix.length && at > length && text[at - 1 - length] === prefix[prefix.length - 1 - length]) length++
  return length
}

function agreesBehind(text: string, at: number, suffix: string): number {
  let length = 0
  while (length < suffix.length && at + length < text.length && text[at + length] === suffix[length]) length++
  return length
}

/** `similarity` from 0 to 1: 1 − edit distance ÷ length, over letters and digits in lower case. */
export type NearestPassage = Span & { exact: string; similarity: number }

/**
 * The passage nearest to a quotation that is not in the text verbatim, offsets in code points; null where nothing
 * is like it (under 0.4). Case, punctuation and spacing do not weigh. Under a second for 2 MB and 5,000 characters.
 */
export function nearestPassage(text: string | TextIndex, exact: string): NearestPassage | null {
  const index = indexed(text)
  const verbatim = findQuote(index, exact)
  if (verbatim !== null) return { ...verbatim, exact, similarity: 1 }
  const near = findNear(index.text, exact)
  if (near === null) return null
  const start = index.toCodePoint(near.start)
  const end = index.toCodePoint(near.end)
  return { start, end, exact: index.slice(start, end), similarity: near.similarity }
}

/** Spans in order, those that touch or overlap made one, cut to the text. */
export function mergeSpans(length: number, spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(0, span.start)
    const end = Math.min(length, span.end)
    if (start >= end) continue
    const last = merged.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** What is left of a text of `length` code points without the passages that are not part of the article. */
export function visibleSpans(length: number, exclusions: readonly Span[]): Span[] {
  const visible: Span[] = []
  let from = 0
  for (const hidden of mergeSpans(length, exclusions)) {
    if (hidden.start > from) visible.push({ start: from, end: hidden.start })
    from = hidden.end
  }
  if (from < length) visible.push({ start: from, end: length })
  return visible
}

/** W3C Web Annotation Data Model (2017) §4.2.4 and §4.2.5, whose positions count code points too. */
export function toWebAnnotation(anchor: Anchor, source: string) {
  return {
    type: 'SpecificResource',
    source,
    selector: [
      { type: 'TextQuoteSelector', exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix },
      { type: 'TextPositionSelector', start: anchor.start, end: anchor.end },
    ],
  } as const
}
