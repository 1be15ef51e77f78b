import { Extension, type Editor, type Range } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'

/** What is being looked for, where it stands in the text and on the screen. */
export type Looking = { query: string; range: Range; rect: DOMRect | null }

export type SuggestionOptions = {
  onChange: (looking: Looking | null) => void
  /** True: the key was for the list. */
  onKey: (event: KeyboardEvent) => boolean
}

/** The two characters that begin a search for evidence. */
export const TRIGGERS = ['[', '@'] as const

/** Typing [ or @ looks through the evidence; the list itself is drawn by React. */
export const CitationSuggestion = Extension.create<SuggestionOptions>({
  name: 'citationSuggestion',
  addOptions: () => ({ onChange: () => undefined, onKey: () => false }),
  addProseMirrorPlugins() {
    return TRIGGERS.map((char) =>
      Suggestion({
        editor: this.editor,
        pluginKey: new PluginKey(`citation-suggestion-${char}`),
        char,
        allowSpaces: true,
        allowedPrefixes: null,
        render: () => {
          const tell = (props: SuggestionProps) => {
            this.options.onChange({ query: props.query, range: props.range, rect: props.clientRect?.() ?? null })
          }
          return {
            onStart: tell,
            onUpdate: tell,
            onExit: () => {
              this.options.onChange(null)
            },
            onKeyDown: ({ event }) => this.options.onKey(event),
          }
        },
      }),
    )
  },
  addKeyboardShortcuts() {
    return { 'Mod-k': () => beginSearch(this.editor) }
  },
})

/** The same as typing the character: for the button and its shortcut. */
export function beginSearch(editor: Editor): boolean {
  return editor.chain().focus().insertContent('[').run()
}

/** In place of what was typed to find it, against the word before: after a space it could begin a line alone. */
export function insertCitation(editor: Editor, { from, to }: Range, evidenceId: string): void {
  const isAfterSpace = from > 0 && editor.state.doc.textBetween(from - 1, from, '|', '|') === ' '
  const start = isAfterSpace ? from - 1 : from
  editor
    .chain()
    .focus()
    .deleteRange({ from: start, to })
    .insertContentAt(start, { type: 'citation', attrs: { evidenceId } })
    .run()
}
