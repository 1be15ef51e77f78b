'use client'

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultOf } from '@/components/fault'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Workspace } from '@/components/evidence/view'
import { useDebounced } from '@/components/form/use-debounced'
import { useTRPC } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Progress } from '@/components/ui/progress'
import { TextField } from '@/components/ui/text-field'
import { usePlace } from './use-place'

type LinkSourceDialogProps = { workspace: Workspace; onClose: () => void }

/** Takes a source that the desk already has into this incident. */
export function LinkSourceDialog({ workspace, onClose }: LinkSourceDialogProps) {
  const incidentId = workspace.incident.id
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const { go } = usePlace()
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed).trim().slice(0, 500)
  const found = useInfiniteQuery(
    trpc.source.search.infiniteQueryOptions(
      { text, exceptIncidentId: incidentId, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const link = useMutation(
    trpc.source.link.mutationOptions({
      onSuccess: (view, { sourceId }) => {
        keep(view)
        onClose()
        go({ source: sourceId })
      },
    }),
  )
  const sources = found.data?.pages.flatMap((page) => page.sources) ?? []
  const error = link.error ?? found.error
  return (
    <Dialog isOpen onOpenChange={onClose} title="Use a source the desk already has" size="medium">
      <TextField
        label="Title, address or outlet"
        type="search"
        value={typed}
        onChange={setTyped}
        autoFocus
        hint={found.isSuccess && sources.length === 0 ? 'Nothing found.' : undefined}
      />
      {error !== null && <ErrorNotice title={faultOf(error).message} />}
      {found.isPending && <Progress label="Searching" />}
      <ul className="flex flex-col divide-y divide-rule">
        {sources.map((source) => (
          <li key={source.id} className="flex items-start justify-between gap-3 py-2">
            <div className="min-w-0">
              <p className="font-medium">
                <bdi>{source.title ?? 'Untitled'}</bdi>
              </p>
              <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-muted">
                {source.outlet !== null && <bdi>{source.outlet}</bdi>}
                {source.publishedWords !== null && <span>{source.publishedWords}</span>}
                {!source.isHeld && <Badge tone="quiet">Not held</Badge>}
                {source.isConfidential && <Badge tone="warning">Confidential</Badge>}
              </p>
            </div>
            <Button
              size="small"
              isPending={link.isPending && link.variables.sourceId === source.id}
              aria-label={`Use ${source.title ?? 'this source'}`}
              onPress={() => {
                link.mutate({ incidentId, sourceId: source.id })
              }}
            >
              Use
            </Button>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()} className="self-start">
          Show more
        </Button>
      )}
    </Dialog>
  )
}
