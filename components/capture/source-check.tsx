'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ActionButton } from '@/components/action/action-button'
import type { Source, Workspace } from '@/components/evidence/view'
import { faultOf } from '@/components/fault'
import { PlaceLink } from '@/components/source/place-link'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Time } from '@/components/ui/time'
import { isUnderWay } from '@/domain/intake'

type SourceCheckProps = {
  workspace: Workspace
  source: Source
  /** The one that is shown; null where none is held yet. */
  captureId: string | null
}
type Check = NonNullable<RouterOutputs['intake']['checked']['check']>

/** Milliseconds between looks at a check that is under way. */
const SOON = 1_000

/** Reads the page of a source again; a changed one becomes a capture by itself. */
export function SourceCheck({ workspace, source, captureId }: SourceCheckProps) {
  const of = { incidentId: workspace.incident.id, sourceId: source.id }
  const { check, ask, cancel, fault } = useCheck(of, source)
  if (source.url === null) return null
  const isRunning = check !== null && isUnderWay(check.state)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {isRunning ? (
          <>
            <Progress label={captureId === null ? 'Reading its page' : 'Reading its page again'} />
            <Button size="small" onPress={() => cancel(check.id)}>
              Cancel
            </Button>
          </>
        ) : (
          <ActionButton verdict={workspace.can.addSource} size="small" onPress={ask}>
            {captureId === null ? 'Read its page' : 'Check for changes'}
          </ActionButton>
        )}
      </div>
      {fault !== null && <ErrorNotice title={fault} />}
      <div role="status">
        {check !== null && !isRunning && <Found incidentId={of.incidentId} check={check} of={{ source, captureId }} />}
      </div>
    </div>
  )
}

function useCheck(of: { incidentId: string; sourceId: string }, source: Source) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const read = useQuery({
    ...trpc.intake.checked.queryOptions(of),
    enabled: source.url !== null,
    refetchInterval: ({ state }) => (isUnderWay(state.data?.check?.state ?? 'kept') ? SOON : false),
  })
  const check = read.data?.check ?? null
  const again = () => queryClient.invalidateQueries({ queryKey: trpc.intake.checked.queryKey(of) })
  const asking = useMutation(
    trpc.intake.check.mutationOptions({
      onSuccess: (view) => queryClient.setQueryData(trpc.intake.checked.queryKey(of), view),
    }),
  )
  const cancelling = useMutation(trpc.intake.cancel.mutationOptions({ onSettled: again }))
  // The program makes the capture, not this browser: the sources are read anew when there is one.
  const isUnknown = check?.isNew === true && !source.captures.some(({ id }) => id === check.captureId)
  useEffect(() => {
    if (isUnknown) void queryClient.invalidateQueries({ queryKey: trpc.incident.get.queryKey({ id: of.incidentId }) })
  }, [isUnknown, queryClient, trpc, of.incidentId])
  const error = asking.error ?? cancelling.error
  return {
    check,
    ask: () => asking.mutate(of),
    cancel: (id: string) => cancelling.mutate({ incidentId: of.incidentId, id }),
    fault: error === null ? null : faultOf(error).message,
  }
}

type FoundProps = { incidentId: string; check: Check; of: { source: Source; captureId: string | null } }

function Found({ incidentId, check, of: { source, captureId } }: FoundProps) {
  const at = <Time value={(check.endedAt ?? check.askedAt).toISOString()} precision="minute" />
  if (check.state === 'failed')
    return (
      <Notice tone="warning" title={check.refusalCode === 'gone' ? 'The page is gone' : 'The page could not be read'}>
        <bdi>{check.refusal}</bdi> Checked {at}. What was captured stays as it is.
      </Notice>
    )
  if (check.state !== 'kept') return null
  if (!check.isNew)
    return (
      <p className="text-sm text-ink-muted">
        Checked {at}: it says what capture {check.captureNumber} says.
      </p>
    )
  const isSame = check.found === 'same'
  return (
    <Notice tone={check.lost > 0 ? 'warning' : 'info'} title={TITLE[check.found ?? 'changed']}>
      Checked {at}: what {isSame ? 'was read from the page itself' : 'it says now'} is capture {check.captureNumber}.{' '}
      {/* Where it is shown, that is told below with the passages. */}
      {check.lost > 0 &&
        check.captureId !== captureId &&
        `${check.lost} quoted ${check.lost === 1 ? 'passage is' : 'passages are'} gone from it; the old text is kept. `}
      {check.captureId !== captureId && (
        <PlaceLink incidentId={incidentId} place={{ source: source.id, capture: check.captureId }}>
          Show it
        </PlaceLink>
      )}
    </Notice>
  )
}

const TITLE = {
  first: 'The page was read',
  same: 'The page says what was pasted',
  changed: 'The page has changed',
  gone: 'The page is gone',
} as const
