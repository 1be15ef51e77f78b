'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import { Picture } from '@/components/capture/picture'
import type { Workspace } from '@/components/evidence/view'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { faultOf } from '@/components/fault'
import { useSubmit } from '@/components/form/use-submit'
import { EMPTY_SOURCE, factsOf, sourceShape, type SourceDraft } from '@/components/source/source-draft'
import { SourceFields } from '@/components/source/source-fields'
import { usePlace } from '@/components/source/use-place'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Progress } from '@/components/ui/progress'
import { announce } from '@/components/ui/status'
import { keepIntakeInput } from '@/domain/input/intake'
import { useTrayCache } from './use-tray'

type Read = RouterOutputs['intake']['read']
type ConfirmDialogProps = { id: string; workspace: Workspace; onClose: () => void }

/** What was read, to be confirmed or edited, with the text as it was found beside it. */
export function ConfirmDialog({ id, workspace, onClose }: ConfirmDialogProps) {
  const trpc = useTRPC()
  const found = useQuery({
    ...trpc.intake.read.queryOptions({ incidentId: workspace.incident.id, id }),
    staleTime: Infinity,
  })
  return (
    <Dialog isOpen onOpenChange={onClose} title="Confirm what was read" size="large">
      {found.isPending && <Progress label="Loading what was read" />}
      {found.isError && <ErrorNotice title="This did not load">{faultOf(found.error).message}</ErrorNotice>}
      {found.data !== undefined && <Confirm read={found.data} workspace={workspace} onClose={onClose} />}
    </Dialog>
  )
}

function draftOfRead({ facts, outlet, url, fetched, image, fileName }: Read): SourceDraft {
  return {
    ...EMPTY_SOURCE,
    medium: image === null ? 'article' : 'image',
    title: facts.title?.value ?? (url === null ? (fileName ?? '') : ''),
    byline: facts.byline?.value ?? '',
    language: facts.language?.value ?? '',
    published: facts.published?.value ?? '',
    outlet,
    url: fetched?.finalUrl ?? url ?? '',
  }
}

/** Where each fact was read, under its field. */
function readFromOf({ facts }: Read): Partial<Record<keyof Read['facts'], string>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => {
      if (fact === null) return []
      // What was read is not what stands in the field where the desk has no such party yet.
      const said = name === 'outlet' ? `“${fact.value}”, read from ${fact.from}.` : `Read from ${fact.from}.`
      return [[name, said]]
    }),
  )
}

type ConfirmProps = { read: Read; workspace: Workspace; onClose: () => void }

function Confirm({ read, workspace, onClose }: ConfirmProps) {
  const incidentId = workspace.incident.id
  const trpc = useTRPC()
  const keepWorkspace = useWorkspaceCache()
  const keepTray = useTrayCache()
  const { go } = usePlace()
  const [isNewOutlet, setIsNewOutlet] = useState(true)
  const [isDeliberate, setIsDeliberate] = useState(false)
  const unsaved = useUnsaved(
    { of: `intake.${read.id}`, label: 'What was read of a source' },
    sourceShape,
    { version: read.version, draft: draftOfRead(read) },
    (typed) => typed.isConfidential,
  )
  const { draft } = unsaved
  const form = useSubmit({
    schema: keepIntakeInput,
    mutation: trpc.intake.keep.mutationOptions(),
    onDone: ({ workspace: view, tray, sourceId, captureId }) => {
      unsaved.forget()
      keepWorkspace(view)
      keepTray(tray)
      onClose()
      announce('Source added.')
      go({ source: sourceId, capture: captureId })
    },
  })
  const newOutlet = draft.outlet === null && isNewOutlet ? (read.facts.outlet?.value ?? null) : null
  const isHeld = form.fault?.refusal?.rule === 'capture.held' || read.held.some(({ by }) => by !== 'address')
  const target = workspace.sources.find(({ id }) => id === read.forSourceId)
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <UnsavedForm
        unsaved={unsaved}
        form={form}
        fieldId={(path) => `confirm-${path}`}
        submitLabel={target === undefined ? 'Keep as a source' : 'Keep as another capture'}
        onSubmit={() => {
          const { id, version } = read
          form.submit({ ...factsOf(draft), incidentId, id, version, newOutlet, evenIfHeld: isDeliberate })
        }}
        onClose={onClose}
      >
        <Held read={read} />
        {isHeld && (
          <Checkbox isSelected={isDeliberate} onChange={setIsDeliberate}>
            Keep it a second time: it is another document with the same words
          </Checkbox>
        )}
        {target === undefined ? (
          <SourceFields
            value={draft}
            onChange={(part) => {
              unsaved.change({ ...draft, ...part })
            }}
            errors={form.fault?.fields ?? {}}
            idPrefix="confirm-"
            readFrom={readFromOf(read)}
            underOutlet={
              read.facts.outlet !== null &&
              draft.outlet === null && (
                <Checkbox isSelected={isNewOutlet} onChange={setIsNewOutlet}>
                  Add “{read.facts.outlet.value}” as a new outlet
                </Checkbox>
              )
            }
          />
        ) : (
          <p>
            It becomes another capture of <bdi>“{target.title ?? 'an untitled source'}”</bdi>.
          </p>
        )}
      </UnsavedForm>
      <Found incidentId={incidentId} read={read} />
    </div>
  )
}

const HELD = { text: 'This very text', file: 'This very file', address: 'A source at this address' } as const

function Held({ read }: { read: Read }) {
  return read.held.map(({ by, sourceId, title, isHere }) => (
    <p key={sourceId} className="border-s-2 border-possible ps-3 text-sm">
      {HELD[by]} is held already{isHere ? ' in this incident' : ''}: <bdi>“{title ?? 'untitled'}”</bdi>.
    </p>
  ))
}

/** The text as it was found, or what is known of a picture. */
function Found({ incidentId, read }: { incidentId: string; read: Read }) {
  const { fetched, image, text, textLength, mediaType, pageStarts } = read
  const pages = pageStarts === null ? '' : ` · ${pageStarts.length} ${pageStarts.length === 1 ? 'page' : 'pages'}`
  return (
    <section aria-label="What was found" className="flex min-w-0 flex-col gap-2">
      <p className="text-sm break-words text-ink-muted">
        {mediaType}
        {image === null
          ? ` · ${textLength.toLocaleString('en')} characters${pages}`
          : ` · ${image.width} × ${image.height} pixels`}
        {fetched !== null && fetched.redirects > 0 && ` · redirected to ${fetched.finalUrl}`}
      </p>
      {image === null ? (
        <div
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region has to be reachable by keyboard (axe: scrollable-region-focusable)
          tabIndex={0}
          role="region"
          aria-label="The text as it was found"
          dir="auto"
          className="max-h-[60dvh] overflow-y-auto rounded border border-rule p-3 font-serif text-base whitespace-pre-wrap"
          {...(read.facts.language !== null && { lang: read.facts.language.value })}
        >
          {text}
        </div>
      ) : (
        <Picture of={{ incidentId, intakeId: read.id }} name={read.fileName ?? read.url ?? 'untitled'} {...image} />
      )}
    </section>
  )
}
