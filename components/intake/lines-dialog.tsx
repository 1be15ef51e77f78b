'use client'

import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultOf, refusalWords } from '@/components/fault'
import { useTRPC, useTRPCClient, type RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Progress } from '@/components/ui/progress'
import { announce } from '@/components/ui/status'
import { waysOn } from '@/domain/intake'
import { useTrayCache } from './use-tray'

type Lines = RouterOutputs['intake']['lines']
type LinesDialogProps = { incidentId: string; listId: string; onClose: () => void }

const WORD = {
  waiting: 'waits',
  reading: 'is being read',
  ready: 'is being read',
  kept: 'kept',
  failed: 'failed',
  cancelled: 'cancelled',
} as const

/** Milliseconds between looks at the lines while some are under way. */
const SOON = 2_000

/** What came of each line of a list; those that failed by themselves, tried again, or as a CSV. */
export function LinesDialog({ incidentId, listId, onClose }: LinesDialogProps) {
  const trpc = useTRPC()
  const [isFailures, setIsFailures] = useState(false)
  const found = useInfiniteQuery({
    ...trpc.intake.lines.infiniteQueryOptions(
      { incidentId, listId, isFailures },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
    staleTime: 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages[0]?.list.underWay ?? 0) > 0 ? SOON : false),
  })
  const pages = found.data?.pages ?? []
  const list = pages[0]?.list
  return (
    <Dialog isOpen onOpenChange={onClose} title={list?.name ?? 'A list'} size="medium">
      {found.isPending && <Progress label="Loading the lines" />}
      {found.isError && <ErrorNotice title="The lines did not load">{faultOf(found.error).message}</ErrorNotice>}
      {list !== undefined && (
        <p className="text-sm text-ink-muted">
          {list.lines} {list.lines === 1 ? 'line' : 'lines'}: {tally(list)}.
        </p>
      )}
      {list !== undefined && list.failed + list.cancelled > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Checkbox isSelected={isFailures} onChange={setIsFailures}>
            Only what was not taken in
          </Checkbox>
          <Failures incidentId={incidentId} listId={listId} />
        </div>
      )}
      <ol className="flex flex-col divide-y divide-rule border-y border-rule">
        {pages
          .flatMap(({ lines }) => lines)
          .map((line) => (
            <Line key={line.id} incidentId={incidentId} line={line} again={() => void found.refetch()} />
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

function tally({ underWay, kept, failed, cancelled }: Lines['list']): string {
  const parts = [
    [kept, 'kept'],
    [failed, 'failed'],
    [cancelled, 'cancelled'],
    [underWay, 'to come'],
  ] as const
  return parts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ')
}

type LineProps = { incidentId: string; line: Lines['lines'][number]; again: () => void }

function Line({ incidentId, line, again }: LineProps) {
  const trpc = useTRPC()
  const keep = useTrayCache()
  const retry = useMutation(
    trpc.intake.retry.mutationOptions({
      onSuccess: (tray) => {
        keep(tray)
        again()
      },
      onError: (error) => {
        announce(refusalWords(faultOf(error)), 'failed')
      },
    }),
  )
  const isOpen = line.state === 'failed' && waysOn({ kind: 'url', fileName: null, refusalCode: line.refusalCode }).again
  return (
    <li className="grid grid-cols-[2.5rem_1fr_auto] gap-2 py-1.5 text-sm">
      <span className="text-ink-muted tabular-nums">{line.line}</span>
      <span className="min-w-0 break-words">
        <bdi>{line.title ?? line.url ?? '(empty)'}</bdi>
        {line.title !== null && line.url !== null && <bdi className="block text-ink-muted">{line.url}</bdi>}
        {line.refusal !== null && <span className="block text-danger">{line.refusal}</span>}
        {isOpen && (
          <Button
            size="small"
            variant="quiet"
            className="-ms-2"
            isPending={retry.isPending}
            aria-label={`Try line ${line.line} again`}
            onPress={() => {
              retry.mutate({ incidentId, id: line.id })
            }}
          >
            Try again
          </Button>
        )}
      </span>
      <span className={line.state === 'failed' ? 'text-danger' : 'text-ink-muted'}>{WORD[line.state]}</span>
    </li>
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
