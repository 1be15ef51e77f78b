import { Schema } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MarkedSummary } from '../public/change-list'
import { LongWords } from './long-words'
import { ReadOnlyDocument } from './read-only-document'

const LONG = 'AV'.repeat(10_000)
const UNKERNED = 'font-kerning:none'

test('a text with a word that no one wrote is unkerned in the editor for as long as it is there', () => {
  const schema = new Schema({
    nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
  })
  const plugins = LongWords.config.addProseMirrorPlugins?.call(Object.create(null) as never) ?? []
  const state = EditorState.create({ schema, plugins })
  const classOf = (now: EditorState): string => {
    const attributes = plugins[0]?.props.attributes
    return typeof attributes === 'function'
      ? (Reflect.apply(attributes, plugins[0], [now]) as { class: string }).class
      : ''
  }
  const pasted = state.apply(state.tr.insertText(LONG))
  expect([classOf(state), classOf(pasted)]).toEqual(['', expect.stringContaining(UNKERNED)])
  expect(classOf(pasted.apply(pasted.tr.delete(1, LONG.length)))).toBe('')
})

test('and where it is read', () => {
  const read = (text: string) => [
    renderToStaticMarkup(
      ReadOnlyDocument({
        document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      }),
    ),
    renderToStaticMarkup(
      MarkedSummary({ blocks: [{ kind: 'same', parts: [{ kind: 'same', text }] }], language: 'en' }),
    ),
  ]
  for (const html of read(LONG)) expect(html).toContain(UNKERNED)
  for (const html of read('It burned.')) expect(html).not.toContain(UNKERNED)
})
