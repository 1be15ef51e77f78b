import type { DocumentNode } from './document'

/** A citation where it stands; the same evidence has the same number throughout, counted from 1. */
export type Citation = { evidenceId: string; number: number; path: number[] }

function* walk(node: DocumentNode, path: number[] = []): Generator<{ node: DocumentNode; path: number[] }> {
  yield { node, path }
  for (const [index, child] of (node.content ?? []).entries()) yield* walk(child, [...path, index])
}

function evidenceIdOf(node: DocumentNode): string | null {
  const id = node.type === 'citation' ? node.attrs?.evidenceId : undefined
  return typeof id === 'string' ? id : null
}

/** Every citation in the order of the text, numbered by first mention. */
export function citationsOf(doc: DocumentNode): Citation[] {
  const numbers = new Map<string, number>()
  const citations: Citation[] = []
  for (const { node, path } of walk(doc)) {
    const evidenceId = evidenceIdOf(node)
    if (evidenceId === null) continue
    const number = numbers.get(evidenceId) ?? numbers.size + 1
    numbers.set(evidenceId, number)
    citations.push({ evidenceId, number, path })
  }
  return citations
}

/** The evidence cited, each once, in the order of its numbers: index 0 has number 1. */
export function citedEvidence(doc: DocumentNode): string[] {
  return [...new Set(citationsOf(doc).map((citation) => citation.evidenceId))]
}

/** A block as rule 9 counts them. `excerpt`: its first 80 characters, to name it on a screen. */
export type SummaryBlock = {
  kind: 'paragraph' | 'listItem' | 'blockquote'
  path: number[]
  text: string
  excerpt: string
  evidenceIds: string[]
}

const EXCERPT_LENGTH = 80

/**
 * The blocks of rule 9 that hold anything: paragraphs, list items and quotations. What stands in a list item or a
 * quotation belongs to it, its paragraphs included, save the items of a list within, each of which is its own.
 * Headings are no blocks; what holds neither text nor citation does not count.
 */
export function summaryBlocks(doc: DocumentNode): SummaryBlock[] {
  const blocks: SummaryBlock[] = []
  const visit = (node: DocumentNode, path: number[], owner: SummaryBlock | null) => {
    if (node.type === 'heading' && owner === null) return
    let current = owner
    const opens = node.type === 'listItem' || (owner === null && isBlockKind(node.type))
    if (opens && isBlockKind(node.type)) {
      current = { kind: node.type, path, text: '', excerpt: '', evidenceIds: [] }
      blocks.push(current)
    }
    if (current !== null) take(node, current)
    for (const [index, child] of (node.content ?? []).entries()) visit(child, [...path, index], current)
  }
  visit(doc, [], null)
  return blocks
    .map((block) => ({ ...block, text: block.text.trim() }))
    .filter((block) => block.text !== '' || block.evidenceIds.length > 0)
    .map((block) => ({ ...block, excerpt: shorten(block.text) }))
}

function isBlockKind(type: string): type is SummaryBlock['kind'] {
  return type === 'paragraph' || type === 'listItem' || type === 'blockquote'
}

function take(node: DocumentNode, block: SummaryBlock): void {
  if (node.type === 'text') block.text += node.text ?? ''
  else if (node.type !== 'citation' && block.text !== '') block.text += ' '
  const evidenceId = evidenceIdOf(node)
  if (evidenceId !== null && !block.evidenceIds.includes(evidenceId)) block.evidenceIds.push(evidenceId)
}

function shorten(text: string): string {
  const points = Array.from(text.slice(0, EXCERPT_LENGTH * 2 + 2))
  return points.length <= EXCERPT_LENGTH ? text : `${points.slice(0, EXCERPT_LENGTH - 1).join('')}…`
}

/** Rule 9: the blocks with no citation of valid evidence, that is, of this incident and not withdrawn. */
export function uncitedBlocks(doc: DocumentNode, validEvidenceIds: ReadonlySet<string>): SummaryBlock[] {
  return summaryBlocks(doc).filter((block) => !block.evidenceIds.some((id) => validEvidenceIds.has(id)))
}

const BLOCK_TYPES = new Set(['paragraph', 'heading'])

/** The plain text: paragraphs and headings, an empty line between them, without citations. */
export function documentText(doc: DocumentNode): string {
  const lines: string[] = []
  for (const { node } of walk(doc)) {
    if (!BLOCK_TYPES.has(node.type)) continue
    const line = (node.content ?? []).map((child) => child.text ?? '').join('')
    if (line.trim() !== '') lines.push(line.trim())
  }
  return lines.join('\n\n')
}
