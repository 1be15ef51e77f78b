'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Bold, Heading2, Heading3, Italic, List, ListOrdered, Quote, Redo2, TextQuote, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Toolbar } from 'react-aria-components'
import { useModKey } from '@/components/key/mod-key'
import { Button } from '@/components/ui/button'
import { beginSearch } from './citation-suggestion'

/** `keys`: beside the one that is held down for a command. */
type Tool = { name: string; keys: string; icon: ReactNode; isOn: boolean; run: () => void }

/** As wide as high, so that all of them fit one line of a narrow column. */
const TOOL = 'min-w-7 px-0! pointer-coarse:min-w-9'

/** Arrow keys move within it; every tool has its shortcut too. */
export function EditorToolbar({ editor }: { editor: Editor }) {
  const mod = useModKey()
  const on = useEditorState({
    editor,
    selector: () => {
      const is = editor.isActive.bind(editor)
      return {
        bold: is('bold'),
        italic: is('italic'),
        larger: is('heading', { level: 2 }),
        smaller: is('heading', { level: 3 }),
        bullets: is('bulletList'),
        numbers: is('orderedList'),
        quotation: is('blockquote'),
      }
    },
  })
  const chain = () => editor.chain().focus()
  const tools: Tool[] = [
    { name: 'Bold', keys: 'B', icon: <Bold aria-hidden />, isOn: on.bold, run: () => chain().toggleBold().run() },
    {
      name: 'Italic',
      keys: 'I',
      icon: <Italic aria-hidden />,
      isOn: on.italic,
      run: () => chain().toggleItalic().run(),
    },
    {
      name: 'Heading',
      keys: 'Alt 2',
      icon: <Heading2 aria-hidden />,
      isOn: on.larger,
      run: () => chain().toggleHeading({ level: 2 }).run(),
    },
    {
      name: 'Smaller heading',
      keys: 'Alt 3',
      icon: <Heading3 aria-hidden />,
      isOn: on.smaller,
      run: () => chain().toggleHeading({ level: 3 }).run(),
    },
    {
      name: 'List',
      keys: 'Shift 8',
      icon: <List aria-hidden />,
      isOn: on.bullets,
      run: () => chain().toggleBulletList().run(),
    },
    {
      name: 'Numbered list',
      keys: 'Shift 7',
      icon: <ListOrdered aria-hidden />,
      isOn: on.numbers,
      run: () => chain().toggleOrderedList().run(),
    },
    {
      name: 'Quotation',
      keys: 'Shift B',
      icon: <Quote aria-hidden />,
      isOn: on.quotation,
      run: () => chain().toggleBlockquote().run(),
    },
  ]
  return (
    <Toolbar
      aria-label="Format of the summary"
      className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 border-b border-rule py-1"
    >
      <Button
        size="small"
        icon={<TextQuote aria-hidden />}
        aria-label={`Cite a passage (${mod} K)`}
        onPress={() => beginSearch(editor)}
      >
        Cite
      </Button>
      <span className="flex flex-wrap gap-0.5">
        {tools.map(({ name, keys, icon, isOn, run }) => (
          <Button
            key={name}
            size="small"
            variant="quiet"
            aria-label={`${name} (${mod} ${keys})`}
            aria-pressed={isOn}
            className={`${TOOL} ${isOn ? 'bg-accent-wash' : ''}`}
            onPress={run}
          >
            {icon}
          </Button>
        ))}
      </span>
      {/* These two stay together where the line breaks. */}
      <span className="flex gap-0.5">
        <Button
          size="small"
          variant="quiet"
          aria-label={`Undo (${mod} Z)`}
          className={TOOL}
          onPress={() => chain().undo().run()}
        >
          <Undo2 aria-hidden />
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={`Redo (${mod} Shift Z)`}
          className={TOOL}
          onPress={() => chain().redo().run()}
        >
          <Redo2 aria-hidden />
        </Button>
      </span>
    </Toolbar>
  )
}
