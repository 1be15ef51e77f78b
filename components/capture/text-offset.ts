import type { Span } from '@/domain/anchor'

/** Between places in the page and offsets in the captured text (UTF-16 units). Each piece of text says where it is. */
const PIECE = '[data-at]'

function startOf(piece: Element): number {
  return Number(piece.getAttribute('data-at'))
}

/** The offset of a place in the page; a place between pieces counts as the next one's start. */
function offsetAt(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null
  const piece = node.nodeType === Node.TEXT_NODE ? node.parentElement?.closest(PIECE) : null
  if (piece !== null && piece !== undefined) return startOf(piece) + offset
  const point = document.createRange()
  point.setStart(node, offset)
  const pieces = [...root.querySelectorAll(PIECE)]
  const next = pieces.find((candidate) => point.comparePoint(candidate, 0) >= 0)
  if (next !== undefined) return startOf(next)
  const last = pieces.at(-1)
  return last === undefined ? null : startOf(last) + last.textContent.length
}

/** What is selected of the text under `root`, or null. */
export function selectedSpan(root: Element): Span | null {
  const selection = window.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const start = offsetAt(root, range.startContainer, range.startOffset)
  const end = offsetAt(root, range.endContainer, range.endOffset)
  return start === null || end === null || start >= end ? null : { start, end }
}

function placeOf(root: Element, offset: number): { node: Node; offset: number } | null {
  for (const piece of root.querySelectorAll(PIECE)) {
    const start = startOf(piece)
    const text = piece.firstChild
    const length = text?.textContent?.length ?? 0
    if (text !== null && offset >= start && offset <= start + length) return { node: text, offset: offset - start }
  }
  return null
}

/** Selects a span in the page, as if by hand, and returns what it is drawn with. */
export function selectSpan(root: Element, span: Span, isBackwards = false): Range | null {
  const from = placeOf(root, span.start)
  const to = placeOf(root, span.end)
  const selection = window.getSelection()
  if (from === null || to === null || selection === null) return null
  const [base, extent] = isBackwards ? [to, from] : [from, to]
  selection.setBaseAndExtent(base.node, base.offset, extent.node, extent.offset)
  return selection.getRangeAt(0)
}
