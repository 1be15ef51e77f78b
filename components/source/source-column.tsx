'use client'

import { ArrowLeft, Library, Plus } from 'lucide-react'
import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import type { Workspace } from '@/components/evidence/view'
import { ListDialog } from '@/components/intake/list-dialog'
import { TakeIn } from '@/components/intake/take-in'
import { IntakeTray } from '@/components/intake/tray'
import { Uploads } from '@/components/intake/uploads'
import { useFilesOfPage, useUploads } from '@/components/intake/use-files'
import { useTray } from '@/components/intake/use-tray'
import { SuggestionsLink } from '@/components/lineage/suggestions-link'
import { OriginList } from '@/components/origin/origin-list'
import { EmptyState } from '@/components/ui/empty-state'
import { AddSourceDialog } from './add-source-dialog'
import { LinkSourceDialog } from './link-source-dialog'
import { PlaceLink } from './place-link'
import { SourceDetail } from './source-detail'
import { SourceList } from './source-list'
import { usePlace } from './use-place'

type Opened = 'add' | 'list' | 'link' | { paste: string | null } | null

/** The workspace's left column: the sources, or the one that is open with its text. */
export function SourceColumn({ workspace }: { workspace: Workspace }) {
  const place = usePlace()
  const incidentId = workspace.incident.id
  const [open, setOpen] = useState<Opened>(null)
  const tray = useTray(incidentId)
  const files = useUploads(incidentId)
  const isOver = useFilesOfPage(files.take, workspace.can.addSource.allowed)
  const source = workspace.sources.find((candidate) => candidate.id === place.source)
  return (
    <section aria-labelledby="sources-heading" className="flex min-w-0 flex-col gap-3">
      <Header workspace={workspace} onOpen={setOpen} />
      {isOver && (
        <p className="rounded border border-dashed border-accent bg-accent-wash p-3 text-sm">
          Let go to take the files in.
        </p>
      )}
      <Uploads going={files.going} />
      {tray !== undefined && source === undefined && (
        <IntakeTray
          tray={tray}
          workspace={workspace}
          onPaste={(url) => {
            setOpen({ paste: url })
          }}
        />
      )}
      {source === undefined ? (
        <AllSources workspace={workspace} />
      ) : (
        <>
          <PlaceLink
            incidentId={incidentId}
            place={{}}
            className="link inline-flex items-center gap-1 self-start text-sm"
          >
            <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" /> All sources
          </PlaceLink>
          <SourceDetail key={source.id} workspace={workspace} source={source} captureId={place.capture} />
        </>
      )}
      <Dialogs workspace={workspace} open={open} fetches={tray?.fetches.own ?? 0} take={files.take} onOpen={setOpen} />
    </section>
  )
}

type HeaderProps = { workspace: Workspace; onOpen: (open: Opened) => void }

function Header({ workspace, onOpen }: HeaderProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <h2 id="sources-heading" className="text-lg font-semibold">
        Sources <span className="font-normal text-ink-muted">{workspace.sources.length}</span>
      </h2>
      <div className="flex flex-wrap gap-1">
        <ActionButton
          verdict={workspace.can.addSource}
          size="small"
          variant={workspace.sources.length === 0 ? 'primary' : 'secondary'}
          icon={<Plus aria-hidden />}
          onPress={() => {
            onOpen('add')
          }}
        >
          Add a source
        </ActionButton>
        <ActionButton
          verdict={workspace.can.addSource}
          size="small"
          variant="quiet"
          icon={<Library aria-hidden />}
          onPress={() => {
            onOpen('link')
          }}
        >
          From the desk
        </ActionButton>
      </div>
    </div>
  )
}

type DialogsProps = HeaderProps & { open: Opened; fetches: number; take: (files: FileList) => void }

function Dialogs({ workspace, open, fetches, take, onOpen }: DialogsProps) {
  const incidentId = workspace.incident.id
  const onClose = () => {
    onOpen(null)
  }
  const { go } = usePlace()
  if (open === null) return null
  if (open === 'link') return <LinkSourceDialog workspace={workspace} onClose={onClose} />
  if (open === 'list') return <ListDialog incidentId={incidentId} onClose={onClose} />
  if (open !== 'add') return <AddSourceDialog workspace={workspace} url={open.paste} onClose={onClose} />
  const takeIn = (
    <TakeIn
      incidentId={incidentId}
      fetches={fetches}
      onFiles={take}
      onList={() => {
        onOpen('list')
      }}
      onDone={() => {
        onClose()
        // What is being taken in stands above the list of all sources.
        go({})
      }}
    />
  )
  return <AddSourceDialog workspace={workspace} takeIn={takeIn} onClose={onClose} />
}

function AllSources({ workspace }: { workspace: Workspace }) {
  if (workspace.sources.length === 0)
    return (
      <EmptyState title="No sources yet">
        Add the first report: give its link, drop a file, or paste its text. Then select the passages that bear on a
        claim.
      </EmptyState>
    )
  return (
    <>
      <SuggestionsLink workspace={workspace} />
      <SourceList workspace={workspace} currentId={null} />
      <OriginList workspace={workspace} />
    </>
  )
}
