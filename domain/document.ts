import { Schema } from 'prosemirror-model'
import { isCleanText } from './text'

/** Limits of a summary. Depth counts the document itself as 1. */
export const DOCUMENT_MAX_DEPTH = 12
export const DOCUMENT_MAX_NODES = 5000
/** Serialised, in UTF-8 bytes. */
export const DOCUMENT_MAX_BYTES = 200 * 1024

/** Of a text's parts and letters, in UTF-16 units. */
export type DocumentSize = { nodes: number; chars: number }

/** Whether a text of this size may be one that is taken; its JSON has at least as many bytes as the text has letters. */
export const couldFit = ({ nodes, chars }: DocumentSize): boolean =>
  nodes <= DOCUMENT_MAX_NODES && chars <= DOCUMENT_MAX_BYTES

/** A node as JSON: what is stored, sent and read by every function here. */
export type DocumentNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentNode[]
  marks?: { type: string }[]
  text?: string
}

/** The summary's schema. Names, attributes and order are those of Tiptap 3's StarterKit, so that both can be one. */
export const summarySchema = new Schema({
  nodes: {
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    blockquote: {
      content: 'block+',
      group: 'block',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0],
    },
    bulletList: {
      content: 'listItem+',
      group: 'block list',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    doc: { content: 'block+' },
    heading: {
      content: 'inline*',
      group: 'block',
      defining: true,
      attrs: { level: { default: 2 } },
      parseDOM: [
        { tag: 'h2', attrs: { level: 2 } },
        { tag: 'h3', attrs: { level: 3 } },
      ],
      toDOM: (node) => [node.attrs.level === 3 ? 'h3' : 'h2', 0],
    },
    listItem: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    orderedList: {
      content: 'listItem+',
      group: 'block list',
      attrs: { start: { default: 1 }, type: { default: null } },
      parseDOM: [{ tag: 'ol' }],
      toDOM: () => ['ol', 0],
    },
    text: { group: 'inline' },
    citation: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { evidenceId: {} },
      parseDOM: [{ tag: 'cite[data-evidence]', getAttrs: (element) => ({ evidenceId: element.dataset.evidence }) }],
      toDOM: (node) => ['cite', { 'data-evidence': String(node.attrs.evidenceId) }],
    },
  },
  marks: {
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

/** A new summary: one empty paragraph. */
export const emptyDocument: DocumentNode = { type: 'doc', content: [{ type: 'paragraph' }] }

/** `path`: the index of each child from the document down. */
export type DocumentIssue = { path: number[]; message: string }
export type ParsedDocument = { ok: true; doc: DocumentNode } | { ok: false; issues: DocumentIssue[] }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

type AttrCheck = (value: unknown) => boolean
const ATTRS: Readonly<Record<string, Readonly<Record<string, AttrCheck>>>> = {
  heading: { level: (value) => value === 2 || value === 3 },
  orderedList: {
    start: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 9999,
    type: (value) => value === null,
  },
  citation: { evidenceId: (value) => typeof value === 'string' && UUID.test(value) },
}
const NODE_KEYS = new Set(['type', 'attrs', 'content', 'marks', 'text'])

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

class Refusal extends Error {
  constructor(
    message: string,
    readonly path: number[],
  ) {
    super(message)
  }
}

/** Checks a node and copies what it knows of it; a Refusal is thrown at the first thing wrong. */
function readNode(json: unknown, path: number[], seen: DocumentSize): DocumentNode {
  const refuse = (message: string): never => {
    throw new Refusal(message, path)
  }
  if (path.length >= DOCUMENT_MAX_DEPTH) return refuse(`The text is nested more than ${DOCUMENT_MAX_DEPTH} deep.`)
  if (++seen.nodes > DOCUMENT_MAX_NODES) return refuse(`The text has more than ${DOCUMENT_MAX_NODES} parts.`)
  if (!isObject(json) || typeof json.type !== 'string') return refuse('Something here is not part of a text.')
  if (!Object.hasOwn(summarySchema.nodes, json.type)) return refuse('Something here has no place in a summary.')
  if (Object.keys(json).some((key) => !NODE_KEYS.has(key))) return refuse('Something here has an unknown property.')
  const node: DocumentNode = { type: json.type }
  const attrs = readAttrs(json.type, json.attrs)
  if (attrs === null) return refuse('Something here has an attribute that is unknown or out of range.')
  if (Object.keys(attrs).length > 0) node.attrs = attrs
  const marks = readMarks(json.marks)
  if (marks === null) return refuse('Something here has a format that a summary does not have.')
  if (marks.length > 0) node.marks = marks
  if (json.type === 'text') {
    if (typeof json.text !== 'string' || json.text === '') return refuse('A piece of text is empty.')
    seen.chars += json.text.length
    if (seen.chars > DOCUMENT_MAX_BYTES) return refuse(`The text is longer than ${DOCUMENT_MAX_BYTES / 1024} KB.`)
    if (!isCleanText(json.text)) return refuse('The text holds invisible control or direction characters.')
    node.text = json.text
  } else if (json.text !== undefined) return refuse('Something here has text where it can have none.')
  if (json.content === undefined) return node
  if (!Array.isArray(json.content)) return refuse('Something here is not part of a text.')
  const content = json.content.map((child: unknown, index) => readNode(child, [...path, index], seen))
  if (content.length > 0) node.content = content
  return node
}

function readAttrs(type: string, attrs: unknown): Record<string, unknown> | null {
  const checks = ATTRS[type] ?? {}
  // The schema would let a citation of nothing pass as one of null.
  if (attrs === undefined || attrs === null) return type === 'citation' ? null : {}
  if (!isObject(attrs)) return null
  if (type === 'citation' && !Object.hasOwn(attrs, 'evidenceId')) return null
  for (const [name, value] of Object.entries(attrs)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined
    if (check === undefined || !check(value)) return null
  }
  return attrs
}

function readMarks(marks: unknown): { type: string }[] | null {
  if (marks === undefined) return []
  if (!Array.isArray(marks) || marks.length > 2) return null
  const read: { type: string }[] = []
  for (const mark of marks as unknown[]) {
    if (!isObject(mark) || typeof mark.type !== 'string' || !Object.hasOwn(summarySchema.marks, mark.type)) return null
    if (Object.keys(mark).some((key) => key !== 'type' && key !== 'attrs')) return null
    if (mark.attrs !== undefined && (!isObject(mark.attrs) || Object.keys(mark.attrs).length > 0)) return null
    read.push({ type: mark.type })
  }
  return read
}

/**
 * A summary from outside. Depth, number of nodes and size are capped before the schema reads it; then the schema,
 * attributes and text are checked. `doc` is the schema's own JSON: equal texts have equal JSON. Never throws.
 */
export function parseDocument(json: unknown): ParsedDocument {
  try {
    const read = readNode(json, [], { nodes: 0, chars: 0 })
    if (read.type !== 'doc') throw new Refusal('This is not a summary.', [])
    const node = summarySchema.nodeFromJSON(read)
    node.check()
    const doc = JSON.parse(JSON.stringify(node.toJSON())) as DocumentNode
    if (new TextEncoder().encode(JSON.stringify(doc)).length > DOCUMENT_MAX_BYTES)
      throw new Refusal(`The text is longer than ${DOCUMENT_MAX_BYTES / 1024} KB.`, [])
    return { ok: true, doc }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, issues: [{ path: error.path, message: error.message }] }
    return { ok: false, issues: [{ path: [], message: 'The text is not built as a summary is.' }] }
  }
}
