import { mergeSpans, type Span } from '@/domain/anchor'

/** All offsets here are UTF-16 units, as the browser counts. */
export type Gap = 'paragraph' | 'line' | 'none'
export type TextBlock = Span & {
  kind: 'text'
  /** What sets it off from the block before: nothing where a long paragraph goes on. */
  gap: Gap
  /** The first of this page. */
  page?: number
}
export type HiddenBlock = Span & { kind: 'hidden'; ids: string[] }
export type Block = TextBlock | HiddenBlock

/** A paragraph longer than this is drawn in parts; one of a megabyte would stop the browser. */
const LONGEST = 4_000
/** Blocks are laid out by the chunk, and only those in sight. */
const CHUNK = 6_000

/** A captured text as paragraphs, with what is not part of the article as blocks of its own. */
export function blocksOf(text: string, exclusions: readonly (Span & { id: string })[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  for (const hidden of mergeSpans(text.length, exclusions)) {
    blocks.push(...paragraphs(text, at, hidden.start))
    const ids = exclusions.filter((mark) => mark.start < hidden.end && hidden.start < mark.end).map((mark) => mark.id)
    blocks.push({ kind: 'hidden', ...hidden, ids })
    at = hidden.end
  }
  blocks.push(...paragraphs(text, at, text.length))
  return blocks
}

/** Says where the pages of a document begin; starts in UTF-16 units, ascending. */
export function withPages(blocks: readonly Block[], starts: readonly number[] | null): Block[] {
  if (starts === null) return [...blocks]
  let next = 0
  return blocks.map((block) => {
    const before = next
    while (next < starts.length && (starts[next] ?? 0) < block.end) next += 1
    return next > before && block.kind === 'text' ? { ...block, page: next } : block
  })
}

export function paragraphs(text: string, from: number, to: number): TextBlock[] {
  const found: TextBlock[] = []
  for (let start = from; start < to;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 || newline > to ? to : newline
    if (end > start) found.push(...pieces(text, start, end))
    start = end + 1
  }
  return found
}

/** An empty line sets a paragraph apart, a single break a line: pages differ in which they use between paragraphs. */
function gapBefore(text: string, start: number): Gap {
  if (text[start - 1] !== '\n') return 'none'
  return text[start - 2] === '\n' ? 'paragraph' : 'line'
}

function pieces(text: string, from: number, to: number): TextBlock[] {
  const found: TextBlock[] = []
  for (let start = from; start < to;) {
    let end = Math.min(to, start + LONGEST)
    if (end < to) {
      const space = text.lastIndexOf(' ', end)
      if (space > start) end = space + 1
      else if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end += 1
    }
    found.push({ kind: 'text', start, end, gap: gapBefore(text, start) })
    start = end
  }
  return found
}

export function chunksOf(blocks: readonly Block[]): Block[][] {
  const chunks: Block[][] = []
  let size = CHUNK
  for (const block of blocks) {
    if (size >= CHUNK) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(block)
    size += block.kind === 'text' ? block.end - block.start : 100
  }
  return chunks
}

/** A passage that something rests on, or that is being looked at. */
export type Highlight = Span & { id: string; look: HighlightLook }
export type HighlightLook = 'supports' | 'disputes' | 'both' | 'background' | 'pending' | 'found'

export type Segment = Span & { highlights: Highlight[] }

/** A stretch of text cut wherever a highlight begins or ends, so that overlaps show as overlaps. */
export function segmentsOf(span: Span, highlights: readonly Highlight[]): Segment[] {
  const inside = highlights.filter((highlight) => highlight.start < span.end && span.start < highlight.end)
  if (inside.length === 0) return [{ start: span.start, end: span.end, highlights: [] }]
  const cuts = new Set([span.start, span.end])
  for (const highlight of inside) {
    cuts.add(Math.max(span.start, highlight.start))
    cuts.add(Math.min(span.end, highlight.end))
  }
  const sorted = [...cuts].toSorted((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? span.end
    return { start, end, highlights: inside.filter((highlight) => highlight.start < end && start < highlight.end) }
  })
}

/** The span without white space at its ends; null where nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | null {
  const slice = text.slice(span.start, span.end)
  const start = span.start + (slice.length - slice.trimStart().length)
  const end = span.end - (slice.length - slice.trimEnd().length)
  return start < end ? { start, end } : null
}
