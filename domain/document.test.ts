import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citationsOf, citedEvidence, documentText, summaryBlocks, uncitedBlocks } from './citation'
import {
  couldFit,
  DOCUMENT_MAX_BYTES,
  DOCUMENT_MAX_NODES,
  emptyDocument,
  parseDocument,
  type DocumentNode,
} from './document'

const A = '11111111-1111-4111-8111-111111111111'
const B = '22222222-2222-4222-8222-222222222222'

const text = (value: string, ...marks: string[]): DocumentNode =>
  marks.length === 0
    ? { type: 'text', text: value }
    : { type: 'text', text: value, marks: marks.map((type) => ({ type })) }
const cite = (evidenceId: string): DocumentNode => ({ type: 'citation', attrs: { evidenceId } })
const node = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content })
const p = (...content: DocumentNode[]) => node('paragraph', ...content)
const doc = (...content: DocumentNode[]) => node('doc', ...content)
const h2 = (value: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(value)] })

const FULL = doc(
  h2('What happened'),
  p(text('A depot '), text('burned', 'bold', 'italic'), text('.'), cite(A)),
  node('bulletList', node('listItem', p(text('One')), p(text('more'), cite(B)))),
  { type: 'orderedList', attrs: { start: 3, type: null }, content: [node('listItem', p(text('Three'), cite(A)))] },
  node('blockquote', p(text('Quoted')), p(text('and cited'), cite(B))),
)

describe('a document from outside', () => {
  test('a summary is accepted, and comes back as the schema writes it', () => {
    const parsed = parseDocument(FULL)
    expect(parsed.ok && parsed.doc).toEqual(FULL)
    expect(parsed.ok && parseDocument(parsed.doc)).toEqual(parsed)
    expect(parseDocument(emptyDocument)).toEqual({ ok: true, doc: emptyDocument })
  })

  const deep = (depth: number): DocumentNode => (depth === 0 ? p(text('x')) : node('blockquote', deep(depth - 1)))
  const circle: Record<string, unknown> = { type: 'blockquote' }
  circle.content = [circle]
  test.each<[string, unknown]>([
    ['nothing', null],
    ['text', '<p>x</p>'],
    ['a list', []],
    ['an empty object', {}],
    ['another root', p(text('x'))],
    ['an unknown node', doc(node('image'))],
    ['a node named like a method', doc(node('constructor'))],
    ['a node called __proto__', doc(node('__proto__'))],
    ['an unknown mark', doc(p(text('x', 'link')))],
    ['a mark with attributes', doc(p({ ...text('x'), marks: [{ type: 'bold', attrs: { href: 'x' } }] as never }))],
    ['an unknown property', doc({ ...p(), style: 'x' } as never)],
    ['an unknown attribute', doc({ ...p(), attrs: { class: 'x' } })],
    ['a heading of level 1', doc({ ...h2('x'), attrs: { level: 1 } })],
    ['a list from −1', doc({ type: 'orderedList', attrs: { start: -1 }, content: [node('listItem', p())] })],
    ['a citation of no id', doc(p({ type: 'citation', attrs: { evidenceId: 'javascript:alert(1)' } }))],
    ['a citation without attributes', doc(p({ type: 'citation' }))],
    ['a citation with empty attributes', doc(p({ type: 'citation', attrs: {} }))],
    ['a citation with more', doc(p({ type: 'citation', attrs: { evidenceId: A, onclick: 'x' } }))],
    ['text in the document', doc(text('x'))],
    ['a paragraph in a paragraph', doc(p(p()))],
    ['an item without a list', doc(node('listItem', p()))],
    ['an empty list', doc(node('bulletList'))],
    ['an empty document', doc()],
    ['empty text', doc(p(text('')))],
    ['text that is no string', doc(p({ type: 'text', text: 1 as never }))],
    ['NUL', doc(p(text('a\u0000')))],
    ['a lone surrogate', doc(p(text('a\uD800')))],
    ['a right-to-left override', doc(p(text('a\u202E')))],
    ['too deep', doc(deep(11))],
    ['in a circle', circle],
    ['too many nodes', doc(...Array.from({ length: DOCUMENT_MAX_NODES }, () => p()))],
    ['too long', doc(p(text('я'.repeat(150_000))))],
    ['much too long', doc(p(text('x'.repeat(5_000_000))))],
    ['content that is no list', { type: 'doc', content: { length: 1e9 } }],
  ])('%s is refused', (_name, json) => {
    const parsed = parseDocument(json)
    expect(parsed.ok).toBe(false)
    if (!parsed.ok) expect(parsed.issues[0]?.message).toBeTruthy()
  })

  test('the limits themselves are accepted', () => {
    expect(parseDocument(doc(deep(9))).ok).toBe(true)
    expect(parseDocument(doc(p(text('x'.repeat(200_000))))).ok).toBe(true)
    const most = { nodes: DOCUMENT_MAX_NODES, chars: DOCUMENT_MAX_BYTES }
    expect(parseDocument(doc(...Array.from({ length: most.nodes - 1 }, () => p()))).ok).toBe(true)
    expect(couldFit(most)).toBe(true)
    expect(couldFit({ ...most, nodes: most.nodes + 1 })).toBe(false)
    expect(couldFit({ ...most, chars: most.chars + 1 })).toBe(false)
  })

  test('whatever comes, nothing throws', () => {
    const type = fc.constantFrom(
      'doc',
      'paragraph',
      'heading',
      'text',
      'citation',
      'listItem',
      'bulletList',
      'blockquote',
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.record(
        {
          type,
          attrs: fc.jsonValue(),
          content: fc.array(tie('tree'), { maxLength: 3 }),
          text: fc.string(),
          marks: fc.jsonValue(),
        },
        { requiredKeys: ['type'] },
      ),
    }))
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), tree), (json) => {
        const parsed = parseDocument(json)
        if (parsed.ok) expect(parseDocument(parsed.doc)).toEqual(parsed)
      }),
      { numRuns: 500 },
    )
  })
})

describe('citations', () => {
  test('the same evidence has the same number', () => {
    expect(citationsOf(FULL).map((each) => [each.number, each.evidenceId])).toEqual([
      [1, A],
      [2, B],
      [1, A],
      [2, B],
    ])
    expect(citationsOf(FULL)[0]?.path).toEqual([1, 3])
    expect(citedEvidence(FULL)).toEqual([A, B])
  })

  test('rule 9 counts paragraphs, list items and quotations', () => {
    expect(summaryBlocks(FULL).map((block) => [block.kind, block.text, block.path])).toEqual([
      ['paragraph', 'A depot burned.', [1]],
      ['listItem', 'One more', [2, 0]],
      ['listItem', 'Three', [3, 0]],
      ['blockquote', 'Quoted and cited', [4]],
    ])
  })

  const both = new Set([A, B])
  test.each<[string, DocumentNode, ReadonlySet<string>, number[][]]>([
    ['all cited', FULL, both, []],
    ['one withdrawn', FULL, new Set([A]), [[2, 0], [4]]],
    ['nothing valid', FULL, new Set(), [[1], [2, 0], [3, 0], [4]]],
    ['a heading needs none', doc(h2('x')), both, []],
    ['an empty paragraph needs none', doc(p(), p(text('  '))), both, []],
    ['a paragraph', doc(p(text('x'))), both, [[0]]],
    [
      'a nested item is its own',
      doc(
        node('bulletList', node('listItem', p(text('x'), cite(A)), node('bulletList', node('listItem', p(text('y')))))),
      ),
      both,
      [[0, 0, 1, 0]],
    ],
    [
      'a nested citation does not lift the item above',
      doc(
        node('bulletList', node('listItem', p(text('x')), node('bulletList', node('listItem', p(text('y'), cite(A)))))),
      ),
      both,
      [[0, 0]],
    ],
    [
      'an item in a quotation is its own',
      doc(node('blockquote', p(text('q'), cite(A)), node('bulletList', node('listItem', p(text('y')))))),
      both,
      [[0, 1, 0]],
    ],
    ['a heading in a quotation belongs to it', doc(node('blockquote', h2('q'))), both, [[0]]],
  ])('%s', (_name, document, valid, paths) => {
    expect(uncitedBlocks(document, valid).map((block) => block.path)).toEqual(paths)
  })

  test('a long block is named by its beginning', () => {
    const [block] = uncitedBlocks(doc(p(text('😀'.repeat(100)))), both)
    expect(Array.from(block?.excerpt ?? '')).toHaveLength(80)
  })

  test('the plain text has no citations', () => {
    expect(documentText(FULL)).toBe('What happened\n\nA depot burned.\n\nOne\n\nmore\n\nThree\n\nQuoted\n\nand cited')
  })
})
