import { Extension } from '@tiptap/core'
import type { Fragment } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { couldFit, DOCUMENT_MAX_BYTES, DOCUMENT_MAX_NODES, type DocumentSize } from '@/domain/document'

export type BoundedPasteOptions = { onRefused: (message: string) => void }

/**
 * A paste after which the text could not be saved is left out before it is laid out, which takes seconds. What its HTML
 * comes to is known only once it was read; that takes a tenth of the time.
 */
export const BoundedPaste = Extension.create<BoundedPasteOptions>({
  name: 'boundedPaste',
  addOptions: () => ({ onRefused: () => undefined }),
  addProseMirrorPlugins() {
    const isRefused = (state: EditorState, pasted: Fragment) => {
      const message = refusalOf(sizeAfter(state, pasted))
      if (message !== null) this.options.onRefused(message)
      return message !== null
    }
    return [
      new Plugin({
        key: new PluginKey('bounded-paste'),
        props: {
          handlePaste: ({ state }, _event, slice) => isRefused(state, slice.content),
          handleDrop: ({ state }, _event, slice, isMoved) => !isMoved && isRefused(state, slice.content),
        },
      }),
    ]
  },
})

/** Of the whole text, once what was pasted stands in the place of what is selected. */
function sizeAfter({ doc, selection }: EditorState, pasted: Fragment): DocumentSize {
  const [before, gone, come] = [doc.content, selection.content().content, pasted].map(sizeOf)
  const sum = (part: keyof DocumentSize) => (before?.[part] ?? 0) - (gone?.[part] ?? 0) + (come?.[part] ?? 0)
  // The text itself is a part too.
  return { nodes: 1 + sum('nodes'), chars: sum('chars') }
}

function sizeOf(content: Fragment): DocumentSize {
  const size = { nodes: 0, chars: 0 }
  content.descendants((node) => {
    size.nodes += 1
    size.chars += node.text?.length ?? 0
  })
  return size
}

function refusalOf(size: DocumentSize): string | null {
  if (couldFit(size)) return null
  const [chars, nodes] = [size.chars, size.nodes].map((count) => count.toLocaleString('en'))
  const [most, parts] = [DOCUMENT_MAX_BYTES, DOCUMENT_MAX_NODES].map((count) => count.toLocaleString('en'))
  return `With the paste the text would have ${chars} characters in ${nodes} parts; ${most} in ${parts} are the most. It was left out; what stood here stays.`
}
