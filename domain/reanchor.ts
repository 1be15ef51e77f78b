import { CONTEXT_LENGTH as AROUND, findQuote, nearestPassage, type Anchor, type Span } from './anchor'
import { indexText, type TextIndex } from './text'

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
    const near = nearest && { exact: wholeWords(index, nearest), similarity: nearest.similarity }
    return { ...anchor, how: 'gone', found: null, near }
  })
}

const WORD = /[\p{L}\p{M}\p{N}]/u
/** Code points by which a word that was cut is made whole, at each end. */
const MOST_OF_WORD = 40

/** What is nearest is found by letters; it is shown by words. */
function wholeWords(index: TextIndex, { start, end }: Span): string {
  const isWord = (at: number) => WORD.test(index.slice(at, at + 1))
  let [from, to] = [start, end]
  while (from > 0 && start - from < MOST_OF_WORD && isWord(from) && isWord(from - 1)) from -= 1
  while (to > from && to - end < MOST_OF_WORD && isWord(to - 1) && isWord(to)) to += 1
  return index.slice(from, to)
}

function standsBetween(before: string, behind: string, { prefix, suffix }: Anchor): boolean {
  return before.endsWith(prefix) && behind.startsWith(suffix)
}
