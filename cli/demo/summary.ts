import type { DocumentNode } from '@/domain/document'

/** A summary as one would type it: strings, and ids of evidence where a citation stands. */
export type Part = string | { cite: string }

export const cite = (id: string): Part => ({ cite: id })

function inline(part: Part): DocumentNode {
  return typeof part === 'string'
    ? { type: 'text', text: part }
    : { type: 'citation', attrs: { evidenceId: part.cite } }
}

export function paragraph(...parts: Part[]): DocumentNode {
  return { type: 'paragraph', content: parts.map(inline) }
}

export function heading(text: string): DocumentNode {
  return { type: 'heading', attrs: { level: 2 }, content: [inline(text)] }
}

export function bullets(...items: Part[][]): DocumentNode {
  return {
    type: 'bulletList',
    content: items.map((parts) => ({ type: 'listItem', content: [paragraph(...parts)] })),
  }
}

export function summary(...blocks: DocumentNode[]): DocumentNode {
  return { type: 'doc', content: blocks }
}
