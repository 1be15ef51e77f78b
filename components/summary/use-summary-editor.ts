'use client'

import type { Editor } from '@tiptap/core'
import { useEditor } from '@tiptap/react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { DocumentNode } from '@/domain/document'
import type { CitationEntry } from './citation-entry'
import { BoundedPaste } from './bounded-paste'
import { searchEntries } from './citation-entry'
import { CitationSuggestion, insertCitation, type Looking } from './citation-suggestion'
import { Citation, summaryExtensions, type CitationLook } from './extensions'
import { LongWords } from './long-words'

const MARK =
  "cursor-pointer rounded-sm px-0.5 align-super font-sans text-xs font-semibold not-italic after:content-['['attr(data-number)']']"
/** The blocks as they are drawn in public, at the size of a column. */
const TEXT = [
  'reading min-h-40 py-3 outline-none [&>*+*]:mt-3 [&_li+li]:mt-1 [&_li>*+*]:mt-2',
  '[&_h2]:text-lg [&_h2]:font-semibold [&_h3]:text-md [&_h3]:font-semibold',
  '[&_ul]:list-disc [&_ul]:ps-6 [&_ol]:list-decimal [&_ol]:ps-6',
  '[&_blockquote]:border-s-2 [&_blockquote]:border-rule-strong [&_blockquote]:ps-4 [&_blockquote]:italic',
  '[&_.ProseMirror-selectednode]:bg-highlight-strong',
].join(' ')
const EDITOR_PROPS = {
  attributes: {
    class: TEXT,
    role: 'textbox',
    'aria-multiline': 'true',
    dir: 'auto',
  },
}
const STANDS = 'text-accent hover:underline'
const GONE = 'text-danger line-through'

function lookOf(entries: ReadonlyMap<string, CitationEntry>, id: string, number: number): CitationLook {
  const entry = entries.get(id)
  if (entry === undefined) return { label: `Citation ${number}, of nothing here`, className: `${MARK} ${GONE}` }
  const label = `Citation ${number}: ${entry.source}${entry.isWithdrawn ? ', withdrawn' : ''}`
  return { label, className: `${MARK} ${entry.isWithdrawn ? GONE : STANDS}` }
}

export type SummaryEditorOptions = {
  document: DocumentNode
  isEditable: boolean
  entries: readonly CitationEntry[]
  onTyped: (json: unknown) => void
  /** A paste that does not fit was left out. */
  onRefused: (message: string) => void
  label: string
  describedBy: string
  listId: string
}

/** What the editor asks for in its own time: as it is then. */
type Held = Pick<SummaryEditorOptions, 'onTyped' | 'onRefused'> & {
  entries: ReadonlyMap<string, CitationEntry>
  onKey: (event: KeyboardEvent) => boolean
}

function useExtensions(held: RefObject<Held>, onLooking: (next: Looking | null) => void) {
  const [extensions] = useState(() => [
    ...summaryExtensions,
    Citation.configure({ lookOf: (id, number) => lookOf(held.current.entries, id, number) }),
    LongWords,
    BoundedPaste.configure({
      onRefused: (message) => {
        held.current.onRefused(message)
      },
    }),
    CitationSuggestion.configure({ onChange: onLooking, onKey: (event) => held.current.onKey(event) }),
  ])
  return extensions
}

/** The editor, and the search for evidence that is open in it, if any. */
export function useSummaryEditor(options: SummaryEditorOptions) {
  const { document, isEditable, entries, onTyped, onRefused, label, describedBy, listId } = options
  const [looking, setLooking] = useState<Looking | null>(null)
  const [active, setActive] = useState(0)
  const found = looking === null ? [] : searchEntries(entries, looking.query)
  const held = useRef<Held>({ entries: new Map(), onTyped, onRefused, onKey: () => false })
  const extensions = useExtensions(held, (next) => {
    setLooking(next)
    setActive(0)
  })
  const editor = useEditor({
    extensions,
    content: document,
    editable: isEditable,
    immediatelyRender: false,
    // The policy allows no style without a nonce: its few rules stand in globals.css.
    injectCSS: false,
    editorProps: EDITOR_PROPS,
    onUpdate: ({ editor: changed }) => {
      held.current.onTyped(changed.getJSON())
    },
  })

  function pick(entry: CitationEntry) {
    if (editor !== null && looking !== null) insertCitation(editor, looking.range, entry.evidenceId)
  }

  useEffect(() => {
    held.current = {
      entries: new Map(entries.map((entry) => [entry.evidenceId, entry])),
      onTyped,
      onRefused,
      onKey: (event) => {
        const chosen = found[active]
        if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1))
        else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
        else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) pick(chosen)
        else return false
        return true
      },
    }
  })
  useRedraw(editor, entries, isEditable)
  useFollow(editor, looking !== null, setLooking)
  useAria(editor, {
    label,
    describedBy,
    listId,
    active: looking !== null && found.length > 0 ? active : null,
    isEditable,
  })
  return { editor, looking, found, active, pick }
}

type SetLooking = (next: (before: Looking | null) => Looking | null) => void

/** The list stays at the words it searches for, wherever the column is scrolled to. */
function useFollow(editor: Editor | null, isOpen: boolean, setLooking: SetLooking) {
  useEffect(() => {
    if (editor === null || !isOpen) return
    const follow = () => {
      setLooking((before) => {
        if (before === null) return null
        const { left, top, bottom } = editor.view.coordsAtPos(before.range.from)
        return { ...before, rect: new DOMRect(left, top, 0, bottom - top) }
      })
    }
    // The column scrolls, not the page: such events are seen on their way down alone.
    window.addEventListener('scroll', follow, true)
    window.addEventListener('resize', follow)
    return () => {
      window.removeEventListener('scroll', follow, true)
      window.removeEventListener('resize', follow)
    }
  }, [editor, isOpen, setLooking])
}

/** Follows what comes from the server without touching the text. */
function useRedraw(editor: Editor | null, entries: readonly CitationEntry[], isEditable: boolean) {
  useEffect(() => {
    // Numbers and labels of citations are drawn anew.
    if (editor !== null) editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
  }, [editor, entries])
  useEffect(() => {
    editor?.setEditable(isEditable, false)
  }, [editor, isEditable])
}

type Aria = { label: string; describedBy: string; listId: string; active: number | null; isEditable: boolean }

/** The text holds the focus while its list is open, so the text says which row is meant. */
function useAria(editor: Editor | null, { label, describedBy, listId, active, isEditable }: Aria) {
  useEffect(() => {
    if (editor === null) return
    const { dom } = editor.view
    const set = (name: string, value: string | null) => {
      if (value === null) dom.removeAttribute(name)
      else dom.setAttribute(name, value)
    }
    set('aria-label', label)
    set('aria-describedby', describedBy)
    set('aria-readonly', isEditable ? null : 'true')
    set('aria-controls', active === null ? null : listId)
    set('aria-activedescendant', active === null ? null : `${listId}-${active}`)
    if (!isEditable) set('tabindex', '0')
  }, [editor, label, describedBy, listId, active, isEditable])
}
