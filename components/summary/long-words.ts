import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { kerningOf } from '@/components/ui/long-word'

/** A text with a word that would hold the browser is set unkerned, from when it is there to when it is gone. */
export const LongWords = Extension.create({
  name: 'longWords',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('long-words'),
      props: { attributes: ({ doc }) => ({ class: kerningOf(doc.textContent) }) },
    }),
  ],
})
