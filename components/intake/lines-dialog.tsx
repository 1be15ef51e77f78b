'use client'

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { faultOf } from '@/components/fault'
import { useTRPC, useTRPCClient } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Progress } from '@/components/ui/progress'
import { announce } from '@/components/ui/status'

type LinesDialogProps = { incidentId: string; listId: string; onClose: () => void }

const WORD = {
  waiting: 'waits',
  reading: 'is read',
  ready: 'is read',
  kept: 'kept',
  failed: 'failed',
  cancelled: 'cancelled',
} as const

/** What came of each line of a list; those that failed as a CSV. */
export function LinesDialog({ incidentId, listId, onClose }: LinesDialogProps) {
  const trpc = useTRPC()
  const found = useInfiniteQuery({
    ...trpc.intake.lines.infiniteQueryOptions(
      { incidentId, listId },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
    staleTime: 0,
  })
  const pages = found.data?.pages ?? []
  const list = pages[0]?.list
  return (
    <Dialog isOpen onOpenChange={onClose} title={list?.name ?? 'A list'} size="medium">
      {found.isPending && <Progress label="Loading the lines" />}
      {found.isError && <ErrorNotice title="The lines did not load">{faultOf(found.error).message}</ErrorNotice>}
      {list !== undefined && list.failed + list.cancelled > 0 && <Failures incidentId={incidentId} listId={listId} />}
      <ol className="flex flex-col divide-y divide-rule border-y border-rule">
        {pages
          .flatMap(({ lines }) => lines)
          .map((line) => (
            <li key={line.id} className="grid grid-cols-[3rem_1fr_auto] gap-2 py-1.5 text-sm">
              <span className="text-ink-muted tabular-nums">{line.line}</span>
              <span className="min-w-0 break-words">
                <bdi>{line.title ?? line.url ?? '(empty)'}</bdi>
                {line.refusal !== null && <span className="block text-danger">{line.refusal}</span>}
              </span>
              <span>{WORD[line.state]}</span>
            </li>
          ))}
      </ol>
      {found.hasNextPage && (
        <Button
          size="small"
          isPending={found.isFetchingNextPage}
          onPress={() => {
            void found.fetchNextPage()
          }}
        >
          More lines
        </Button>
      )}
    </Dialog>
  )
}

function Failures({ incidentId, listId }: { incidentId: string; listId: string }) {
  const client = useTRPCClient()
  const load = useMutation({
    mutationFn: () => client.intake.failures.query({ incidentId, listId }),
    onSuccess: ({ name, csv }) => {
      const href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
      const link = Object.assign(document.createElement('a'), { href, download: name })
      link.click()
      URL.revokeObjectURL(href)
    },
    onError: (error) => {
      announce(faultOf(error).message, 'failed')
    },
  })
  return (
    <div>
      <Button
        size="small"
        isPending={load.isPending}
        onPress={() => {
          load.mutate()
        }}
      >
        Download what failed (CSV)
      </Button>
    </div>
  )
}
