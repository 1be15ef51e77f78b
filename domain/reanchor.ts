import { CONTEXT_LENGTH as AROUND, findQuote, nearestPassage, type Anchor, type Span } from './anchor'
import { indexText } from './text'

/**
 * Where a quoted passage stands in a newer text: at its own position, elsewhere word for word, or nowhere, with what is
 * nearest to it now (similarity from 0.4 up to 1).
 */
export type Reanchored =
  | { how: 'position' | 'quote'; found: Span; near: null }
  | { how: 'gone'; found: null; near: { exact: string; similarity: number } | null }

/** Letters squared, summed over the passages that are looked for approximately: about a second in all. */
const MOST_WORK = 12_000_000

/** Finds passages again as the Hypothesis client does: by position, by quotation with its context, then approximately. */
export function reanchor<A extends Anchor>(text: string, anchors: readonly A[]): (A & Reanchored)[] {
  const index = indexText(text)
  let work = 0
  return anchors.map((anchor) => {
    const { exact, prefix, suffix, start, end } = anchor
    if (
      index.slice(start, end) === exact &&
      standsBetween(index.slice(start - AROUND, start), index.slice(end, end + AROUND), anchor)
    )
      return { ...anchor, how: 'position', found: { start, end }, near: null }
    const found = findQuote(index, exact, prefix, suffix)
    if (found !== null) return { ...anchor, how: 'quote', found, near: null }
    work += exact.length ** 2
    const nearest = work > MOST_WORK ? null : nearestPassage(index, exact)
    const near = nearest && { exact: nearest.exact, similarity: nearest.similarity }
    return { ...anchor, how: 'gone', found: null, near }
  })
}

function standsBetween(before: string, behind: string, { prefix, suffix }: Anchor): boolean {
  return before.endsWith(prefix) && behind.startsWith(suffix)
}
