import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { Citation, summaryExtensions } from '@/components/summary/extensions'
import { summarySchema } from '@/domain/document'

/** The editor's schema comes from Tiptap, the server's from the domain: what one writes the other must read. */
const tiptap = getSchema([...summaryExtensions, Citation])

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
