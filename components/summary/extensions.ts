import { mergeAttributes, Node } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Node as DocumentPart } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'

/** How a citation is drawn: its look and what it says to those who do not see the number. */
export type CitationLook = { label: string; className: string }
export type CitationOptions = { lookOf: (evidenceId: string, number: number) => CitationLook }

const plain: CitationOptions = { lookOf: (_id, number) => ({ label: `Citation ${number}`, className: '' }) }

/** A citation: an atom that names a piece of evidence. Its number comes from where it stands, so it is a decoration. */
export const Citation = Node.create<CitationOptions>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addOptions: () => plain,
  addAttributes: () => ({
    evidenceId: {
      isRequired: true,
      parseHTML: (element) => element.getAttribute('data-evidence'),
      renderHTML: ({ evidenceId }) => ({ 'data-evidence': String(evidenceId) }),
    },
  }),
  parseHTML: () => [{ tag: 'cite[data-evidence]' }],
  renderHTML: ({ HTMLAttributes }) => ['cite', mergeAttributes(HTMLAttributes)],
  renderText: () => '',
  addProseMirrorPlugins() {
    const { lookOf } = this.options
    return [
      new Plugin({
        key: new PluginKey('citation-numbers'),
        props: { decorations: (state) => DecorationSet.create(state.doc, numbered(state.doc, lookOf)) },
      }),
    ]
  },
})

function numbered(doc: DocumentPart, lookOf: CitationOptions['lookOf']): Decoration[] {
  const numbers = new Map<string, number>()
  const decorations: Decoration[] = []
  doc.descendants((node, position) => {
    if (node.type.name !== 'citation') return
    const id = String(node.attrs.evidenceId)
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    const { label, className } = lookOf(id, number)
    const attributes = { class: className, 'data-number': String(number), role: 'link', 'aria-label': label }
    decorations.push(Decoration.node(position, position + 1, attributes))
  })
  return decorations
}

/**
 * Everything a summary can hold and nothing else: the schema is the one in domain/document, which
 * tests/contract/summary-schema.test.ts compares. No trailing node: opening a text must not change it.
 */
export const summaryExtensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    hardBreak: false,
    horizontalRule: false,
    link: false,
    strike: false,
    underline: false,
    trailingNode: false,
    heading: { levels: [2, 3] },
  }),
]
