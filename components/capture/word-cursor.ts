import type { Span } from '@/domain/anchor'
import type { Block, TextBlock } from './text-block'

/** Choosing a passage by keyboard: a word at a time. Offsets in UTF-16 units. */
export type WordSelection = { anchor: Span; focus: Span }

export function spanOf({ anchor, focus }: WordSelection): Span {
  return { start: Math.min(anchor.start, focus.start), end: Math.max(anchor.end, focus.end) }
}

export type WordMove = { by: 'word' | 'block'; step: 1 | -1 }

function wordsOf(text: string, block: Span, segmenter: Intl.Segmenter): Span[] {
  const found: Span[] = []
  for (const part of segmenter.segment(text.slice(block.start, block.end)))
    if (part.isWordLike === true)
      found.push({ start: block.start + part.index, end: block.start + part.index + part.segment.length })
  return found
}

/** The word that a move leads to; the first or last one stays. Null where the text has none. */
export function moveWord(
  text: string,
  blocks: readonly Block[],
  from: Span | null,
  move: WordMove,
  segmenter: Intl.Segmenter,
): Span | null {
  const visible = blocks.filter((block): block is TextBlock => block.kind === 'text')
  if (from === null) return firstFrom(text, visible, 0, 1, segmenter)
  const here = Math.max(
    0,
    visible.findIndex((block) => from.start < block.end),
  )
  if (move.by === 'block') return firstFrom(text, visible, here + move.step, move.step, segmenter) ?? from
  const words = wordsOf(text, visible[here] ?? { start: 0, end: 0 }, segmenter)
  const next =
    move.step === 1 ? words.find((word) => word.start > from.start) : words.findLast((word) => word.start < from.start)
  if (next !== undefined) return next
  const beyond = firstFrom(text, visible, here + move.step, move.step, segmenter, move.step === -1)
  return beyond ?? from
}

/** The first (or last) word of the nearest block that has one, going on from block `index`. */
function firstFrom(
  text: string,
  blocks: readonly TextBlock[],
  index: number,
  step: 1 | -1,
  segmenter: Intl.Segmenter,
  isLast = false,
): Span | null {
  for (let at = index; at >= 0 && at < blocks.length; at += step) {
    const block = blocks[at]
    if (block === undefined) return null
    const words = wordsOf(text, block, segmenter)
    const word = isLast ? words.at(-1) : words[0]
    if (word !== undefined) return word
  }
  return null
}
