'use client'

import { ArrowLeft, Library, Plus } from 'lucide-react'
import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import type { Workspace } from '@/components/evidence/view'
import { TakeIn } from '@/components/intake/take-in'
import { IntakeTray } from '@/components/intake/tray'
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

/** The workspace's left column: the sources, or the one that is open with its text. */
export function SourceColumn({ workspace }: { workspace: Workspace }) {
  const place = usePlace()
  const [open, setOpen] = useState<'add' | 'link' | null>(null)
  const [pasting, setPasting] = useState<string | null>(null)
  const tray = useTray(workspace.incident.id)
  const source = workspace.sources.find((candidate) => candidate.id === place.source)
  const close = () => {
    setOpen(null)
    setPasting(null)
  }
  return (
    <section aria-labelledby="sources-heading" className="flex min-w-0 flex-col gap-3">
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
              setOpen('add')
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
              setOpen('link')
            }}
          >
            From the desk
          </ActionButton>
        </div>
      </div>
      {tray !== undefined && source === undefined && (
        <>
          {tray.can.ask.allowed && <TakeIn incidentId={workspace.incident.id} tray={tray} />}
          <IntakeTray
            tray={tray}
            workspace={workspace}
            onPaste={(url) => {
              setPasting(url)
              setOpen('add')
            }}
          />
        </>
      )}
      {source === undefined ? (
        <AllSources workspace={workspace} />
      ) : (
        <>
          <PlaceLink
            incidentId={workspace.incident.id}
            place={{}}
            className="link inline-flex items-center gap-1 self-start text-sm"
          >
            <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" /> All sources
          </PlaceLink>
          <SourceDetail key={source.id} workspace={workspace} source={source} captureId={place.capture} />
        </>
      )}
      {open === 'add' && <AddSourceDialog workspace={workspace} url={pasting} onClose={close} />}
      {open === 'link' && <LinkSourceDialog workspace={workspace} onClose={close} />}
    </section>
  )
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
