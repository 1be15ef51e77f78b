import { citationsOf } from './citation'
import type { DocumentNode } from './document'

/** A paragraph or heading of a summary, where it stands. */
export type TextBlock = { path: number[]; node: DocumentNode }

/** Every paragraph and heading in the order of the text. */
export function textBlocks(doc: DocumentNode): TextBlock[] {
  const blocks: TextBlock[] = []
  const visit = (node: DocumentNode, path: number[]) => {
    if (node.type === 'paragraph' || node.type === 'heading') blocks.push({ path, node })
    else for (const [index, child] of (node.content ?? []).entries()) visit(child, [...path, index])
  }
  visit(doc, [])
  return blocks
}

/** The document with other words in its paragraphs and headings, in their order; those that are not given stay empty. */
export function withBlocks(
  doc: DocumentNode,
  contents: readonly (readonly DocumentNode[] | undefined)[],
): DocumentNode {
  let at = 0
  const visit = (node: DocumentNode): DocumentNode => {
    const { content, ...bare } = node
    if (node.type === 'paragraph' || node.type === 'heading') {
      const words = contents[at++] ?? []
      return words.length === 0 ? bare : { ...bare, content: [...words] }
    }
    return content === undefined ? bare : { ...bare, content: content.map(visit) }
  }
  return visit(doc)
}

/** The public numbers of a text's citations, by evidence. */
export function citationNumbers(doc: DocumentNode): Map<string, number> {
  return new Map(citationsOf(doc).map(({ evidenceId, number }) => [evidenceId, number]))
}

const has = (node: DocumentNode, mark: string) => node.marks?.some(({ type }) => type === mark) === true

/**
 * The words of a block as one line that can be typed: `[2]` is a citation by its number, `*` begins and ends bold, `_`
 * italic, and a backslash stands before what is meant as it is.
 */
export function writeLine(content: readonly DocumentNode[], numbers: ReadonlyMap<string, number>): string {
  let line = ''
  let [isBold, isItalic] = [false, false]
  const turn = (bold: boolean, italic: boolean) => {
    if (bold !== isBold) line += '*'
    if (italic !== isItalic) line += '_'
    isBold = bold
    isItalic = italic
  }
  for (const node of content) {
    turn(has(node, 'bold'), has(node, 'italic'))
    const number = node.type === 'citation' ? numbers.get(String(node.attrs?.evidenceId)) : undefined
    if (number !== undefined) line += `[${number}]`
    else line += (node.text ?? '').replace(/[\\*_]/g, '\\$&').replace(/\[(?=\d+\])/g, '\\[')
  }
  turn(false, false)
  return line
}

/** What such a line says. A number that the original does not have is read as it stands; so is a line that is not ended. */
export function readLine(line: string, numbers: ReadonlyMap<string, number>): DocumentNode[] {
  const evidence = new Map([...numbers].map(([evidenceId, number]) => [number, evidenceId]))
  const content: DocumentNode[] = []
  let [isBold, isItalic] = [false, false]
  const marked = (node: DocumentNode): DocumentNode => {
    const marks = [...(isBold ? [{ type: 'bold' }] : []), ...(isItalic ? [{ type: 'italic' }] : [])]
    return marks.length === 0 ? node : { ...node, marks }
  }
  const say = (text: string) => {
    const next = marked({ type: 'text', text })
    const last = content.at(-1)
    if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(next.marks))
      last.text = (last.text ?? '') + text
    else content.push(next)
  }
  for (const [piece] of line.replace(/[\r\n\t]+/g, ' ').matchAll(/\\[\\*_[]|\[\d{1,5}\]|[^\\*_[]+|[\s\S]/gu)) {
    const evidenceId = /^\[\d/.test(piece) ? evidence.get(Number(piece.slice(1, -1))) : undefined
    if (evidenceId !== undefined) content.push(marked({ type: 'citation', attrs: { evidenceId } }))
    else if (piece === '*') isBold = !isBold
    else if (piece === '_') isItalic = !isItalic
    else say(piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece)
  }
  return content
}

/** The evidence that a block cites, in its order, as often as it does. */
export const citedIn = (node: DocumentNode): string[] =>
  (node.content ?? []).flatMap((child) => (child.type === 'citation' ? [String(child.attrs?.evidenceId)] : []))

/** Each block of the original and of its translation as lines, side by side. */
export function linesOf(original: DocumentNode, doc: DocumentNode) {
  const numbers = citationNumbers(original)
  const translated = textBlocks(doc)
  return textBlocks(original).map(({ node, path }, index) => ({
    path: path.join('.'),
    node,
    line: writeLine(translated[index]?.node.content ?? [], numbers),
    citations: citedIn(node).flatMap((id) => numbers.get(id) ?? []),
  }))
}
