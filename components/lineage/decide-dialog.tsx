'use client'

import { useMutation } from '@tanstack/react-query'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Edge, Workspace } from '@/components/evidence/view'
import { faultOf } from '@/components/fault'
import { LINEAGE_LABEL } from '@/components/source/words'
import { useTRPC } from '@/components/trpc'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ReasonDialog } from '@/components/draft/reason-dialog'
import { useReason } from '@/components/draft/use-reason'
import { LIMITS } from '@/domain/input/text'
import { LineageEffect } from './effect'
import { EndName } from './end-name'

type DecideDialogProps = {
  workspace: Workspace
  edge: Edge
  decision: 'confirm' | 'reject'
  onClose: () => void
  onDone: () => void
}

/** Confirms or rejects an edge, with what that does to the numbers in view. */
export function DecideDialog({ workspace, edge, decision, onClose, onDone }: DecideDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const incidentId = workspace.incident.id
  const isSecret = workspace.sources.some(
    (one) => one.isConfidential && (one.id === edge.sourceId || one.id === edge.ofId),
  )
  const reason = useReason({ of: `lineage.reject.${edge.id}`, label: 'Why a connection is rejected' }, isSecret)
  const onSuccess = (view: Workspace) => {
    reason.forget()
    keep(view)
    onDone()
  }
  const confirm = useMutation(trpc.lineage.confirm.mutationOptions({ onSuccess }))
  const reject = useMutation(trpc.lineage.reject.mutationOptions({ onSuccess }))
  const { sourceId, ofId, kind, id, version } = edge
  const body = (
    <div className="flex flex-col gap-3">
      <p>
        <EndName workspace={workspace} edge={edge} end="source" /> {LINEAGE_LABEL[kind]}{' '}
        <EndName workspace={workspace} edge={edge} end="of" />.
      </p>
      {(decision === 'confirm' || edge.state === 'confirmed') && (
        <LineageEffect edge={{ incidentId, sourceId, ofId, kind, without: decision === 'reject' }} />
      )}
    </div>
  )
  if (decision === 'confirm')
    return (
      <ConfirmDialog
        isOpen
        onOpenChange={onClose}
        title="Confirm this connection"
        confirmLabel="Confirm"
        isPending={confirm.isPending}
        error={confirm.error === null ? undefined : faultOf(confirm.error).message}
        onConfirm={() => {
          confirm.mutate({ incidentId, id, version })
        }}
      >
        {body}
      </ConfirmDialog>
    )
  return (
    <ReasonDialog
      isOpen
      onOpenChange={onClose}
      title="Reject this connection"
      confirmLabel="Reject"
      reason={reason}
      tone="danger"
      maxLength={LIMITS.reason}
      isPending={reject.isPending}
      error={reject.error === null ? undefined : faultOf(reject.error).message}
      onConfirm={(given) => {
        reject.mutate({ incidentId, id, version, reason: given })
      }}
    >
      {body}
    </ReasonDialog>
  )
}
