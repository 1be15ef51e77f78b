import { getSchema, Node } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { expect, test } from 'vitest'
import { summarySchema } from '@/domain/document'

/** The editor's schema comes from Tiptap, the server's from the domain: what one writes the other must read. */
const citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ evidenceId: { isRequired: true } }),
})
const tiptap = getSchema([
  StarterKit.configure({
    code: false,
    codeBlock: false,
    hardBreak: false,
    horizontalRule: false,
    link: false,
    strike: false,
    underline: false,
    heading: { levels: [2, 3] },
  }),
  citation,
])

test('both have the same nodes with the same content, group and attributes', () => {
  const shape = ({ nodes }: typeof summarySchema) =>
    Object.fromEntries(
      Object.entries(nodes).map(([name, { spec, isAtom, isInline }]) => [
        name,
        {
          content: spec.content ?? '',
          group: spec.group ?? '',
          attrs: Object.keys(spec.attrs ?? {}),
          isAtom,
          isInline,
        },
      ]),
    )
  expect(shape(summarySchema)).toEqual(shape(tiptap))
})

test('both have the same marks in the same order', () => {
  expect(Object.keys(summarySchema.marks)).toEqual(Object.keys(tiptap.marks))
})
