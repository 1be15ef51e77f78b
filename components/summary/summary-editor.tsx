'use client'

import type { Editor } from '@tiptap/core'
import { EditorContent } from '@tiptap/react'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useId, useMemo, useRef, useState, type Ref } from 'react'
import { useImperativeHandle } from 'react'
import { documentText } from '@/domain/citation'
import { DOCUMENT_MAX_BYTES, parseDocument, emptyDocument, type DocumentNode } from '@/domain/document'
import type { Workspace } from '@/components/evidence/view'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { useBoundedPaste } from '@/components/ui/use-bounded-paste'
import { AuthorNotice } from './author-notice'
import { citationEntries } from './citation-entry'
import { CitationHover } from './citation-hover'
import { CitationList } from './citation-list'
import { EditorToolbar } from './editor-toolbar'
import { AsideNote } from './aside-note'
import { localStore } from './local-draft'
import { passageHref } from './passage-card'
import { SaveLine } from './save-line'
import { StaleDialog } from './stale-dialog'
import type { Autosave } from './autosave'
import { useAutosave, useSavedText } from './use-autosave'
import { useSummaryEditor } from './use-summary-editor'

type Revision = NonNullable<Workspace['summary']['working']>

export type EditorHandle = {
  /** Scrolls to a block, by its path in the document, and puts the cursor there. */
  showBlock: (path: string) => void
  /** Sends what is typed; the version the server then has, or null where it could not be sent. */
  flush: () => Promise<number | null>
  /** Saves the text as it is, and with that becomes an author of it. */
  standBehind: () => Promise<void>
}

type SummaryEditorProps = { workspace: Workspace; revision: Revision; ref: Ref<EditorHandle> }

export function documentOf(json: unknown): DocumentNode {
  const parsed = parseDocument(json)
  return parsed.ok ? parsed.doc : emptyDocument
}

/** The draft in its editor. One instance a revision: give it the revision's id as key. */
export function SummaryEditor({ workspace, revision, ref }: SummaryEditorProps) {
  const id = useId()
  const router = useRouter()
  const { viewer, incident, summary } = workspace
  const isEditable = summary.can.edit.allowed
  const document = useMemo(() => documentOf(revision.document), [revision.document])
  const entries = useMemo(() => citationEntries(workspace), [workspace])
  const onSaved = useSavedText(incident.id)
  const store = useMemo(() => {
    const kept = { accountId: viewer.id, of: 'summary', id: revision.id, noun: 'a summary' } as const
    return localStore({ ...kept, parse: parseDocument })
  }, [viewer.id, revision.id])
  const { autosave, state } = useAutosave({
    store,
    revisionId: revision.id,
    version: revision.version,
    document,
    onSaved,
  })
  const paste = useBoundedPaste(DOCUMENT_MAX_BYTES)
  const { editor, looking, found, active, pick } = useSummaryEditor({
    document,
    isEditable,
    entries,
    onTyped: (json) => {
      paste.forget()
      autosave.typed(json)
    },
    onRefused: paste.refuse,
    label: 'Summary',
    describedBy: `${id}-author`,
    listId: `${id}-list`,
  })
  useArrivals(editor, autosave, revision.version, document, isEditable)
  const { flush, standBehind } = autosave
  useImperativeHandle(ref, () => ({ showBlock: (path) => showBlock(editor, path), flush, standBehind }), [
    editor,
    flush,
    standBehind,
  ])
  const [isPutOff, setIsPutOff] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const entryOf = useCallback((key: string) => entries.find((entry) => entry.evidenceId === key), [entries])
  if (editor === null) return <Progress label="Opening the text" />
  const follow = (evidenceId: string) => {
    const entry = entryOf(evidenceId)
    if (entry !== undefined) router.push(passageHref(incident.id, entry), { scroll: false })
  }
  return (
    <div className="flex flex-col gap-2">
      {isEditable && <AuthorNotice workspace={workspace} id={`${id}-author`} />}
      <div className="rounded border border-rule-strong bg-paper-raised px-3 outline-offset-2 outline-focus has-[.ProseMirror:focus-visible]:outline-2">
        {isEditable && <EditorToolbar editor={editor} />}
        {/* On its way down: the editor would read the whole of a paste before it could be asked. */}
        <div ref={box} onPasteCapture={paste.handlers.onPaste} onDropCapture={paste.handlers.onDrop}>
          <EditorContent editor={editor} />
        </div>
      </div>
      <CitationHover box={box} entryOf={entryOf} incidentId={incident.id} onFollow={follow} />
      {looking !== null && (
        <CitationList
          id={`${id}-list`}
          entries={found}
          active={active}
          rect={looking.rect}
          hasEvidence={entries.length > 0}
          onPick={pick}
        />
      )}
      <div role="alert" className="text-sm text-danger empty:hidden">
        {paste.refused}
      </div>
      {isEditable && <SaveLine state={state} />}
      {state.kind !== 'stale' && (
        <AsideNote store={store} kind={isEditable ? 'aside' : 'unsent'} wordsOf={documentText} />
      )}
      {state.kind === 'stale' && (
        <>
          {isPutOff && (
            <Notice tone="warning" title="Nothing is saved until you choose between two versions.">
              <button type="button" className="link" onClick={() => setIsPutOff(false)}>
                Show both
              </button>
            </Notice>
          )}
          <StaleDialog
            mine={state.mine}
            current={state.current}
            viewerName={viewer.name}
            isOpen={!isPutOff}
            onOpenChange={(isOpen) => setIsPutOff(!isOpen)}
            onChoose={(choice) => {
              if (choice === 'theirs') setText(editor, state.current.document)
              autosave.resolve(choice, state.current)
            }}
          />
        </>
      )}
    </div>
  )
}

function setText(editor: Editor, document: DocumentNode) {
  editor.commands.setContent(document, { emitUpdate: false })
}

/** What this browser kept from before, and what others save while nothing of one's own is unsent. */
function useArrivals(
  editor: Editor | null,
  { recover, arrive }: Autosave,
  version: number,
  document: DocumentNode,
  isEditable: boolean,
) {
  useEffect(() => {
    if (editor === null || !isEditable) return
    const kept = recover()
    if (kept !== null) setText(editor, kept)
    // Once, when the editor is there.
  }, [editor, recover, isEditable])
  useEffect(() => {
    if (editor !== null && arrive(version, document)) setText(editor, document)
  }, [editor, arrive, version, document])
}

function showBlock(editor: Editor | null, path: string) {
  if (editor === null) return
  let node = editor.state.doc
  let position = 0
  for (const step of path.split('.').map(Number)) {
    if (!Number.isInteger(step) || step >= node.childCount) return
    for (let index = 0; index < step; index++) position += node.child(index).nodeSize
    node = node.child(step)
    position += 1
  }
  const element = editor.view.nodeDOM(position - 1)
  editor.commands.focus(position, { scrollIntoView: false })
  if (!(element instanceof HTMLElement)) return
  element.scrollIntoView({ block: 'center' })
  element.animate([{ backgroundColor: 'var(--highlight-strong)' }, { backgroundColor: 'transparent' }], 2_000)
}
