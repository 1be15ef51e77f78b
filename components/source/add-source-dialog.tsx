'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Workspace } from '@/components/evidence/view'
import { PasteArea } from '@/components/capture/paste-area'
import { ConfidentialDrafts } from '@/components/draft/draft-account'
import { useKeptText } from '@/components/draft/use-kept-text'
import { together } from '@/components/draft/use-kept'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { KeptForm } from '@/components/draft/kept-form'
import { useDebounced } from '@/components/form/use-debounced'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { announce } from '@/components/ui/status'
import { addSourceInput } from '@/domain/input/source'
import { addInput, EMPTY_SOURCE, sourceShape, type SourceDraft } from './source-draft'
import { SourceFields } from './source-fields'
import { usePlace } from './use-place'

type PasteProps = {
  workspace: Workspace
  /** Of a page that could not be read, and is pasted instead. */
  url?: string | null
  onClose: () => void
}
type AddSourceDialogProps = PasteProps & {
  /** The ways by which a source comes by itself; left out where one of them has failed. */
  takeIn?: React.ReactNode
}

/** A new source: taken in by itself, or pasted, the text and what is known of it in one request. */
export function AddSourceDialog({ takeIn, ...paste }: AddSourceDialogProps) {
  const isAny = takeIn !== undefined
  return (
    <Dialog isOpen onOpenChange={paste.onClose} title={isAny ? 'Add a source' : 'Paste its text'} size="medium">
      {isAny && (
        <>
          {takeIn}
          <h3 className="border-t border-rule pt-4 font-semibold">Or paste it, or write it down</h3>
        </>
      )}
      <AddSourceForm {...paste} />
    </Dialog>
  )
}

function useAddSource({ workspace, url = null, onClose }: PasteProps) {
  const of = `source.new.${workspace.incident.id}${url === null ? '' : `.${url}`}`
  const nothing = { version: 0, draft: { ...EMPTY_SOURCE, url: url ?? '' } }
  const unsaved = useUnsaved({ of, label: 'A new source' }, sourceShape, nothing, (typed) => typed.isConfidential)
  const { draft } = unsaved
  const text = useKeptText({ of: `${of}.text`, label: 'The text of a new source' }, draft.isConfidential)
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const { go } = usePlace()
  const form = useSubmit({
    schema: addSourceInput,
    mutation: trpc.source.add.mutationOptions(),
    onDone: (view) => {
      const before = new Set(workspace.sources.map((source) => source.id))
      const made = view.sources.findLast((source) => !before.has(source.id))
      unsaved.forget()
      text.forget()
      keep(view)
      onClose()
      announce('Source added.')
      if (made !== undefined) go({ source: made.id })
    },
  })
  return {
    form,
    draft,
    text,
    unsaved: together(unsaved, text),
    change: (part: Partial<SourceDraft>) => {
      unsaved.change({ ...draft, ...part })
    },
    send: (evenIfHeld: boolean) => {
      form.submit(addInput(draft, { incidentId: workspace.incident.id, text: text.text(), evenIfHeld }))
    },
  }
}

function AddSourceForm(props: PasteProps) {
  const { form, draft, text, unsaved, change, send } = useAddSource(props)
  const [isDeliberate, setIsDeliberate] = useState(false)
  const isHeld = form.fault?.refusal?.rule === 'capture.held'
  const isOwn = draft.kind === 'own_work'
  return (
    <KeptForm
      unsaved={unsaved}
      form={form}
      fieldId={(path) => `source-${path}`}
      submitLabel={text.length === 0 ? 'Add without a text' : 'Add the source'}
      onSubmit={() => {
        send(isDeliberate)
      }}
      onClose={props.onClose}
    >
      <RadioGroup
        id="source-kind"
        label="What it is"
        orientation="horizontal"
        value={draft.kind}
        options={[
          { id: 'document', label: 'A document' },
          { id: 'own_work', label: 'Our own work: a call, a request for comment, a geolocation' },
        ]}
        onChange={(kind) => {
          change(kind === 'own_work' ? { kind, medium: 'call', outlet: null, url: '' } : { kind, medium: 'article' })
        }}
      />
      <PasteArea
        label={isOwn ? 'Notes' : 'Text'}
        description={
          isOwn
            ? 'What was asked and answered, or how it was worked out.'
            : 'Paste the whole page: menus and advertising can be hidden afterwards. Left empty, the source is known of, but not held.'
        }
        id="source-text"
        error={form.errorAt('text')}
        {...text.field}
      />
      {isHeld && (
        <HeldNote fault={form.fault?.current} isDeliberate={isDeliberate} onChange={setIsDeliberate} {...props} />
      )}
      <ConfidentialDrafts isSo={draft.isConfidential}>
        <SourceFields
          value={draft}
          onChange={change}
          errors={form.fault?.fields ?? {}}
          idPrefix="source-"
          urlHint={<KnownAddress url={draft.url} workspace={props.workspace} />}
        />
      </ConfidentialDrafts>
    </KeptForm>
  )
}

type HeldNoteProps = PasteProps & {
  fault: unknown
  isDeliberate: boolean
  onChange: (isDeliberate: boolean) => void
}

/** The desk holds this very text: go there, or keep it a second time on purpose. */
function HeldNote({ workspace, fault, isDeliberate, onChange, onClose }: HeldNoteProps) {
  const { go } = usePlace()
  const where = fault as { sourceId?: string; captureId?: string } | undefined
  const here = workspace.sources.find((source) => source.id === where?.sourceId)
  return (
    <div className="flex flex-col items-start gap-2 border-s-2 border-rule-strong ps-3">
      {here && (
        <Button
          size="small"
          onPress={() => {
            go({ source: here.id, capture: where?.captureId ?? null })
            onClose()
          }}
        >
          Open the one that is here
        </Button>
      )}
      <Checkbox isSelected={isDeliberate} onChange={onChange}>
        Keep it a second time: it is another document with the same words
      </Checkbox>
    </div>
  )
}

/** Under the address, while it is typed: the desk may have it already. */
function KnownAddress({ url, workspace }: { url: string; workspace: Workspace }) {
  const trpc = useTRPC()
  const settled = useDebounced(url.trim(), 400)
  const isWhole = /^https?:\/\/[^/]+\/./.test(settled)
  const found = useQuery(
    trpc.source.search.queryOptions({ text: settled.slice(0, 500), limit: 1 }, { enabled: isWhole }),
  )
  const known = isWhole ? found.data?.sources.find((source) => source.url === settled) : undefined
  if (known === undefined) return null
  const isHere = workspace.sources.some((source) => source.id === known.id)
  return (
    <span className="text-possible">
      {isHere ? 'This incident' : 'The desk'} already has a source at this address: “{known.title ?? 'untitled'}”.
      {isHere ? ' Take another capture of it instead.' : ' Use “From the desk” to take it over.'}
    </span>
  )
}
