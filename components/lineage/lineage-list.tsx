'use client'

import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import type { Edge, Source, Workspace } from '@/components/evidence/view'
import { LINEAGE_LABEL } from '@/components/source/words'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { useFocusLater } from '@/components/workspace/use-focus-later'
import { DecideDialog } from './decide-dialog'
import { EndName } from './end-name'
import { connectionsHref } from './suggestion'

const STATE: Readonly<Record<Edge['state'], { label: string; tone: BadgeTone }>> = {
  suggested: { label: 'Suggested', tone: 'warning' },
  confirmed: { label: 'Confirmed', tone: 'positive' },
  rejected: { label: 'Rejected', tone: 'quiet' },
}

/** What a source goes back to, and what goes back to it. */
export function LineageList({ workspace, source }: { workspace: Workspace; source: Source }) {
  const edges = workspace.lineage.filter((edge) => edge.sourceId === source.id || edge.ofId === source.id)
  const standing = edges.filter((edge) => edge.state !== 'rejected')
  const rejected = edges.filter((edge) => edge.state === 'rejected')
  if (edges.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-2" aria-label="Connections to other sources">
        {standing.map((edge) => (
          <EdgeItem key={edge.id} workspace={workspace} edge={edge} source={source} />
        ))}
      </ul>
      {rejected.length > 0 && (
        <Disclosure summary={`${rejected.length} rejected`}>
          <ul className="flex flex-col gap-2">
            {rejected.map((edge) => (
              <EdgeItem key={edge.id} workspace={workspace} edge={edge} source={source} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

type EdgeItemProps = { workspace: Workspace; edge: Edge; source: Source }

function EdgeItem({ workspace, edge, source }: EdgeItemProps) {
  const [open, setOpen] = useState<'confirm' | 'reject' | null>(null)
  const focusLater = useFocusLater()
  return (
    <li className="flex flex-col gap-0.5 text-sm">
      <p>
        <Badge tone={STATE[edge.state].tone}>{STATE[edge.state].label}</Badge>{' '}
        {edge.sourceId === source.id ? 'This' : <EndName workspace={workspace} edge={edge} end="source" />}{' '}
        {LINEAGE_LABEL[edge.kind]}{' '}
        {edge.ofId === source.id ? 'this' : <EndName workspace={workspace} edge={edge} end="of" />}
      </p>
      <p className="text-ink-muted">
        <bdi>{edge.reason}</bdi>
      </p>
      <div className="flex flex-wrap gap-1">
        <LinkButton href={connectionsHref(workspace.incident.id, edge.id)} size="small" variant="quiet">
          Side by side
        </LinkButton>
        {edge.state !== 'confirmed' && (
          <ActionButton
            id={`confirm-${edge.id}`}
            verdict={workspace.can.addSource}
            size="small"
            variant="quiet"
            onPress={() => {
              setOpen('confirm')
            }}
          >
            Confirm
          </ActionButton>
        )}
        {edge.state !== 'rejected' && (
          <ActionButton
            id={`reject-${edge.id}`}
            verdict={workspace.can.addSource}
            size="small"
            variant="quiet"
            onPress={() => {
              setOpen('reject')
            }}
          >
            Reject
          </ActionButton>
        )}
      </div>
      {open !== null && (
        <DecideDialog
          workspace={workspace}
          edge={edge}
          decision={open}
          onClose={() => {
            setOpen(null)
          }}
          onDone={() => {
            setOpen(null)
            // The button that was pressed is gone: the other one stands in its place.
            focusLater(`${open === 'confirm' ? 'reject' : 'confirm'}-${edge.id}`)
          }}
        />
      )}
    </li>
  )
}
