import type { DocumentNode } from './document'
import type { PublicBlock, PublicInline } from './snapshot-schema'

/** The summary as public blocks. A citation that has no number is left out, and so is what is left empty. */
export function publicBlocks(doc: DocumentNode, numbers: ReadonlyMap<string, number>): PublicBlock[] {
  return (doc.content ?? []).flatMap((node) => publicBlock(node, numbers))
}

function publicBlock(node: DocumentNode, numbers: ReadonlyMap<string, number>): PublicBlock[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const content = (node.content ?? []).flatMap((child) => publicInline(child, numbers))
      if (content.length === 0) return []
      if (node.type === 'paragraph') return [{ kind: 'paragraph', content }]
      return [{ kind: 'heading', level: node.attrs?.level === 3 ? 3 : 2, content }]
    }
    case 'blockquote': {
      const blocks = publicBlocks(node, numbers)
      return blocks.length === 0 ? [] : [{ kind: 'quotation', blocks }]
    }
    case 'bulletList':
    case 'orderedList': {
      const items = (node.content ?? []).map((child) => publicBlocks(child, numbers)).filter((item) => item.length > 0)
      if (items.length === 0) return []
      const start = node.attrs?.start
      const isOrdered = node.type === 'orderedList'
      return [{ kind: 'list', isOrdered, start: isOrdered && typeof start === 'number' ? start : 1, items }]
    }
    default:
      return []
  }
}

function publicInline(node: DocumentNode, numbers: ReadonlyMap<string, number>): PublicInline[] {
  if (node.type === 'citation') {
    const citation = numbers.get(String(node.attrs?.evidenceId))
    return citation === undefined ? [] : [{ citation }]
  }
  if (node.type !== 'text' || node.text === undefined) return []
  const has = (type: string) => node.marks?.some((mark) => mark.type === type) === true
  const inline: PublicInline = { text: node.text }
  if (has('bold')) inline.isBold = true
  if (has('italic')) inline.isItalic = true
  return [inline]
}

const inBrackets = (number: number) => `[${number}]`

/** The plain text of each block that holds any, in order, citations as [1]; items and quoted blocks one by one. */
export function blockTexts(blocks: readonly PublicBlock[], cite: (number: number) => string = inBrackets): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [block.content.map((part) => ('text' in part ? part.text : cite(part.citation))).join('')]
      case 'quotation':
        return blockTexts(block.blocks, cite)
      case 'list':
        return block.items.flatMap((item) => blockTexts(item, cite))
    }
  })
}
