'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LIMITS } from '@/domain/input/text'
import { ActionButton } from '@/components/action/action-button'
import type { Workspace } from '@/components/evidence/view'
import { faultOf } from '@/components/fault'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Disclosure } from '@/components/ui/disclosure'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Progress } from '@/components/ui/progress'
import { ReasonDialog } from '@/components/draft/reason-dialog'
import { announce } from '@/components/ui/status'
import { Time } from '@/components/ui/time'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import { useReason } from '@/components/draft/use-reason'
import { isOfConfidential, ProposeRedaction } from './propose-redaction'

type Result = RouterOutputs['redaction']['confirm']
type Line = RouterOutputs['redaction']['list']['items'][number]

/** Where a redaction's commands put what they return. */
export function useRedactionResult(incidentId: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const put = useWorkspaceCache()
  return ({ workspace, redactions }: Result) => {
    put(workspace)
    queryClient.setQueryData(trpc.redaction.list.queryKey({ incidentId }), redactions)
    void queryClient.invalidateQueries({ queryKey: trpc.rendition.list.queryKey({ incidentId }) })
  }
}

/** What was taken away for law or safety, and what somebody proposes to take away (rule 12). */
export function RedactionPanel({ workspace }: { workspace: Workspace }) {
  const trpc = useTRPC()
  const incidentId = workspace.incident.id
  const list = useQuery(trpc.redaction.list.queryOptions({ incidentId }))
  const open = list.data?.items.filter((line) => line.state === 'proposed').length ?? 0
  return (
    <Disclosure summary={open === 0 ? 'Redactions' : `Redactions: ${open} waiting for a second person`}>
      {list.isPending && <Progress label="Loading the redactions" />}
      {list.isError && <ErrorNotice title={faultOf(list.error).message} />}
      {list.data !== undefined && (
        <div className="flex flex-col items-start gap-3">
          <p className="text-sm text-ink-muted">
            Only for law or safety: what goes is gone for good. A lead proposes, a second editor confirms; number,
            address, hash and public reason stay. What was merely wrong is corrected or retracted instead.
          </p>
          <ul className="flex w-full flex-col divide-y divide-rule">
            {list.data.items.map((line) => (
              <li key={line.id} className="py-2">
                <RedactionRow line={line} workspace={workspace} />
              </li>
            ))}
          </ul>
          <ProposeRedaction workspace={workspace} list={list.data} />
        </div>
      )}
    </Disclosure>
  )
}

const STATE = { proposed: 'Proposed', confirmed: 'Redacted', declined: 'Declined' } as const

type RowProps = { line: Line; workspace: Workspace }

function RedactionRow({ line, workspace }: RowProps) {
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={line.state === 'proposed' ? 'warning' : 'quiet'}>{STATE[line.state]}</Badge>
        <bdi className="font-medium">{line.target}</bdi>
        {line.byline !== null && <bdi>“{line.byline}”</bdi>}
      </p>
      <p>
        <bdi>{line.publicReason}</bdi>
      </p>
      <p className="text-ink-muted">
        Proposed by <bdi>{line.proposedBy}</bdi>, <Time value={line.proposedAt.toISOString()} precision="minute" />
        {line.confirmedBy !== null && (
          <>
            ; confirmed by <bdi>{line.confirmedBy}</bdi>
          </>
        )}
      </p>
      {line.quotedIn.length > 0 && (
        <p>
          Published {line.quotedIn.length === 1 ? 'version' : 'versions'} {line.quotedIn.join(', ')} quote it, and
          {line.quotedIn.length === 1 ? ' is' : ' are'} not taken along: redact or correct{' '}
          {line.quotedIn.length === 1 ? 'it' : 'them'} as well.
        </p>
      )}
      {line.state === 'proposed' && <Decision line={line} workspace={workspace} />}
    </div>
  )
}

function Decision({ line, workspace: { incident, sources } }: RowProps) {
  const trpc = useTRPC()
  const take = useRedactionResult(incident.id)
  const isSecret = isOfConfidential(sources, line.captureId)
  const reason = useReason({ of: `redaction.decline.${line.id}`, label: 'Why a redaction is declined' }, isSecret)
  const [asked, setAsked] = useState<'confirm' | 'decline' | null>(null)
  const close = () => setAsked(null)
  const done = (said: string) => (result: Result) => {
    take(result)
    reason.forget()
    announce(said)
    close()
  }
  const confirm = useMutation(trpc.redaction.confirm.mutationOptions({ onSuccess: done('Redacted') }))
  const decline = useMutation(trpc.redaction.decline.mutationOptions({ onSuccess: done('Declined') }))
  const said = (error: unknown) => (error === null ? undefined : faultOf(error).message)
  return (
    <div className="flex flex-wrap gap-2 pt-1">
      <ActionButton size="small" variant="danger" verdict={line.can.confirm} onPress={() => setAsked('confirm')}>
        Confirm…
      </ActionButton>
      <ActionButton size="small" verdict={line.can.decline} onPress={() => setAsked('decline')}>
        Decline…
      </ActionButton>
      <ConfirmDialog
        isOpen={asked === 'confirm'}
        onOpenChange={close}
        title={`Redact: ${line.target}`}
        confirmLabel="Redact for good"
        tone="danger"
        isPending={confirm.isPending}
        error={said(confirm.error)}
        onConfirm={() => {
          confirm.mutate({ id: line.id })
        }}
      >
        What it holds goes for good, here and from what readers can reach. It does not go from backups, from bundles and
        copies of the site that were taken, or from what others kept. You stand behind this together with{' '}
        <bdi>{line.proposedBy}</bdi>. Readers are told: <bdi>“{line.publicReason}”</bdi>
      </ConfirmDialog>
      <ReasonDialog
        isOpen={asked === 'decline'}
        onOpenChange={close}
        title="Decline the redaction"
        confirmLabel="Decline"
        reason={reason}
        maxLength={LIMITS.reason}
        isPending={decline.isPending}
        error={said(decline.error)}
        onConfirm={(given) => {
          decline.mutate({ id: line.id, reason: given })
        }}
      >
        Nothing is taken away. The reason is kept in the history.
      </ReasonDialog>
    </div>
  )
}
