'use client'

import { useMutation } from '@tanstack/react-query'
import { faultOf } from '@/components/fault'
import { useTRPC } from '@/components/trpc'
import { ReasonDialog } from '@/components/draft/reason-dialog'
import { announce } from '@/components/ui/status'
import { useReason } from '@/components/draft/use-reason'
import { LIMITS } from '@/domain/input/text'
import { useWorkspaceCache } from './use-workspace-cache'
import type { Evidence, Workspace } from './view'

type WithdrawDialogProps = { workspace: Workspace; evidence: Evidence; isExcerpt: boolean; onClose: () => void }

/** Withdraws what the passage does here, or the passage itself with all that rests on it. */
export function WithdrawDialog({ workspace, evidence, isExcerpt, onClose }: WithdrawDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const id = isExcerpt ? evidence.excerpt.id : evidence.id
  const source = workspace.sources.find((one) => one.id === evidence.sourceId)
  const reason = useReason(
    { of: `evidence.withdraw.${id}`, label: 'Why evidence is withdrawn' },
    source?.isConfidential ?? true,
  )
  const onSuccess = (view: Workspace) => {
    reason.forget()
    keep(view)
    onClose()
    announce('Withdrawn.')
  }
  const piece = useMutation(trpc.evidence.withdraw.mutationOptions({ onSuccess }))
  const passage = useMutation(trpc.excerpt.withdraw.mutationOptions({ onSuccess }))
  const { mutate, isPending, error } = isExcerpt ? passage : piece
  return (
    <ReasonDialog
      isOpen
      onOpenChange={onClose}
      title={isExcerpt ? 'Withdraw the passage everywhere' : 'Withdraw this evidence'}
      confirmLabel="Withdraw"
      reason={reason}
      tone="danger"
      maxLength={LIMITS.reason}
      isPending={isPending}
      error={error === null ? undefined : faultOf(error).message}
      reasonDescription="It stays in the history."
      onConfirm={(given) => {
        mutate({ incidentId: workspace.incident.id, id, reason: given })
      }}
    >
      {isExcerpt
        ? 'Whatever rests on this passage, in this and every other incident, will count for nothing. Findings that read it go stale.'
        : 'It will count for nothing any more. A finding that read it goes stale; a summary that cites it must cite something else.'}
    </ReasonDialog>
  )
}
