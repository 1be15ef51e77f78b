import type { Span } from '../anchor'
import { indexText, type TextIndex } from '../text'
import { landmarksOf, sentenceEnds, type Course } from './landmark'
import { markCommon, type Comparable } from './match'
import { quotationsIn } from './quotation'
import { shinglesOf } from './shingle'
import { tokensOf, type Tokens } from './tokens'

/** A captured text and what is known of it besides. */
export type Article = {
  text: string
  /** Passages that are not part of the article, in code points. */
  excluded: readonly Span[]
  /** BCP 47; null where that is not known. */
  language: string | null
  /** EDTF. */
  published: string | null
  capturedAt: Date
  outlet: { id: string; names: readonly string[] } | null
  url: string | null
  /** Nothing of its text may stand in a reason. */
  isConfidential?: boolean
}

/** An article read once, to be compared with many. */
export type Reading = Comparable & {
  article: Article
  index: TextIndex
  /** Per token: 1 within quotation marks. */
  isQuoted: Uint8Array
  quotations: Span[]
  course: () => Course
}

/** `common`: shingles that the outlet repeats on its pages; they count for nothing. */
export function readArticle(article: Article, common: ReadonlySet<number> = new Set()): Reading {
  const index = indexText(article.text)
  const tokens = tokensOf(index, article.excluded)
  const shingles = shinglesOf(tokens)
  const quotations = quotationsIn(article.text)
  let course: Course | undefined
  const read = (text: string): Course => ({ landmarks: landmarksOf(text), ends: sentenceEnds(text) })
  return {
    article,
    index,
    tokens,
    shingles,
    quotations,
    isCommon: markCommon(tokens, shingles, common),
    isQuoted: markQuoted(tokens, quotations),
    course: () => (course ??= read(withoutExcluded(article.text, index, article.excluded))),
  }
}

function markQuoted(tokens: Tokens, quotations: readonly Span[]): Uint8Array {
  const marked = new Uint8Array(tokens.count)
  let next = 0
  for (let at = 0; at < tokens.count; at++) {
    const start = tokens.starts[at] ?? 0
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= start) next++
    if ((quotations[next]?.start ?? Infinity) <= start) marked[at] = 1
  }
  return marked
}

function withoutExcluded(text: string, index: TextIndex, excluded: readonly Span[]): string {
  let kept = ''
  let from = 0
  for (const span of excluded.toSorted((a, b) => a.start - b.start)) {
    kept += text.slice(from, Math.max(from, index.toUtf16(span.start)))
    from = Math.max(from, index.toUtf16(span.end))
  }
  return kept + text.slice(from)
}
