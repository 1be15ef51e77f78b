'use client'

import { ExternalLink, Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { CaptureReader } from '@/components/capture/capture-reader'
import { SourceCheck } from '@/components/capture/source-check'
import { TakeCaptureDialog } from '@/components/capture/take-capture-dialog'
import { nameOfSource, type Source, type Workspace } from '@/components/evidence/view'
import { LineageDialog } from '@/components/lineage/lineage-dialog'
import { LineageList } from '@/components/lineage/lineage-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { EditSourceDialog } from './edit-source-dialog'
import { SourceFacts } from './source-list'
import { usePlace } from './use-place'

type SourceDetailProps = {
  workspace: Workspace
  source: Source
  captureId: string | null
  /** On a page of its own. */
  isWide?: boolean
}
type Open = 'edit' | 'capture' | 'lineage' | null

/** One source: what is known of it, its captured text, and what it goes back to. */
export function SourceDetail({ workspace, source, captureId, isWide = false }: SourceDetailProps) {
  const [open, setOpen] = useState<Open>(null)
  const capture = source.captures.find((candidate) => candidate.id === captureId) ?? source.captures.at(-1)
  const dialog = {
    workspace,
    source,
    onClose: () => {
      setOpen(null)
    },
  }
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <header className="flex flex-col gap-1">
        <h3 className="font-serif text-lg font-semibold" {...(source.language !== null && { lang: source.language })}>
          <bdi>{nameOfSource(source)}</bdi>
        </h3>
        <SourceFacts source={source} />
        {source.byline !== null && (
          <p className="text-sm text-ink-muted">
            By <bdi>{source.byline}</bdi>
          </p>
        )}
        {source.publicDescription !== null && source.isConfidential && (
          <p className="text-sm text-ink-muted">
            Readers are told: <bdi>{source.publicDescription}</bdi>
          </p>
        )}
        <Addresses source={source} />
      </header>
      <div className="flex flex-wrap gap-1">
        <SourceActions workspace={workspace} source={source} onOpen={setOpen} />
        {!isWide && (
          <LinkButton
            href={`/desk/incidents/${workspace.incident.id}/sources/${source.id}`}
            size="small"
            variant="quiet"
            icon={<Maximize2 aria-hidden />}
          >
            Whole page
          </LinkButton>
        )}
      </div>
      <LineageList workspace={workspace} source={source} />
      <CapturePicker source={source} currentId={capture?.id ?? null} />
      {capture === undefined ? (
        <>
          <SourceCheck workspace={workspace} source={source} captureId={null} />
          <EmptyState title="Known of, but not held">
            Nothing can be quoted from it yet. {source.url !== null && 'Read its page, or paste its text; '}
            {source.url === null && 'Paste its text, '}or use it as the original of a copy.
          </EmptyState>
        </>
      ) : (
        <CaptureReader key={capture.id} workspace={workspace} source={source} captureId={capture.id} />
      )}
      {open === 'edit' && <EditSourceDialog {...dialog} />}
      {open === 'capture' && <TakeCaptureDialog {...dialog} />}
      {open === 'lineage' && <LineageDialog {...dialog} />}
    </div>
  )
}

type SourceActionsProps = { workspace: Workspace; source: Source; onOpen: (open: Open) => void }

function SourceActions({ workspace, source, onOpen }: SourceActionsProps) {
  const actions = [
    ['edit', 'Edit'],
    ['capture', source.captures.length === 0 ? 'Paste its text' : 'Capture again'],
    ['lineage', 'Goes back to…'],
  ] as const
  return actions.map(([id, label]) => (
    <ActionButton
      key={id}
      verdict={workspace.can.addSource}
      size="small"
      onPress={() => {
        onOpen(id)
      }}
    >
      {label}
    </ActionButton>
  ))
}

function Addresses({ source }: { source: Source }) {
  const links = [
    [source.url, 'Address'],
    [source.archiveUrl, 'Archived copy'],
  ] as const
  return links.map(([url, label]) =>
    url === null ? null : (
      <a
        key={label}
        href={url}
        target="_blank"
        rel="noreferrer noopener"
        className="link inline-flex max-w-full items-center gap-1 text-sm"
      >
        <ExternalLink aria-hidden className="size-3.5 shrink-0" />
        <span className="sr-only">{label}, in a new tab: </span>
        <bdi className="truncate">{url}</bdi>
      </a>
    ),
  )
}

function CapturePicker({ source, currentId }: { source: Source; currentId: string | null }) {
  const { go } = usePlace()
  if (source.captures.length < 2) return null
  return (
    <Select
      label="Capture"
      value={currentId}
      options={source.captures.toReversed().map((capture, index) => ({
        id: capture.id,
        label: `${capture.number}${index === 0 ? ' (newest)' : ''} · ${day(capture.capturedAt)}`,
      }))}
      onChange={(capture) => {
        go({ source: source.id, capture })
      }}
    />
  )
}

function day(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ') + ' UTC'
}
