'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { MoreHorizontal } from 'lucide-react'
import { explanationOf } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { ReasonDialog } from '@/components/draft/reason-dialog'
import { announce } from '@/components/ui/status'
import { useReason } from '@/components/draft/use-reason'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Claim } from '@/components/workspace/view'
import { canWithdrawClaim } from '@/domain/incident'
import { LIMITS } from '@/domain/input/text'
import { every } from '@/domain/verdict'

type ClaimMenuProps = { claim: Claim; onEdit: () => void }

/** What can be done with a claim besides voting on it. */
export function ClaimMenu({ claim, onEdit }: ClaimMenuProps) {
  const trpc = useTRPC()
  const result = useWorkspaceResult()
  const [isAsking, setIsAsking] = useState(false)
  const isWithdrawn = claim.withdrawn !== null
  const what = isWithdrawn ? 'restore' : 'withdraw'
  const reason = useReason({ of: `claim.${what}.${claim.id}`, label: `The reason to ${what} a claim` })
  const done = {
    onError: (error: unknown) => {
      result.onError(error)
      if (!isAsking) announce(faultOf(error).message, 'failed')
    },
    onSuccess: (view: Parameters<typeof result.onSuccess>[0]) => {
      setIsAsking(false)
      result.onSuccess(view)
    },
  }
  const central = useMutation(trpc.claim.makeCentral.mutationOptions(done))
  const withdraw = useMutation(trpc.claim.withdraw.mutationOptions(done))
  const restore = useMutation(trpc.claim.restore.mutationOptions(done))
  const change = isWithdrawn ? restore : withdraw
  const withdrawal = every(
    claim.can.edit,
    canWithdrawClaim({ isWithdrawn, isCentral: claim.isCentral, hasOpenRound: claim.round !== null }),
  )
  const which = { id: claim.id, version: claim.version }
  return (
    <>
      <Menu
        label="What to do with this claim"
        trigger={
          <Button size="small" variant="quiet" aria-label="What to do with this claim">
            <MoreHorizontal aria-hidden />
          </Button>
        }
        items={[
          { id: 'edit', label: 'Edit', onAction: onEdit, ...blocked(isWithdrawn ? withdrawal : claim.can.edit) },
          {
            id: 'central',
            label: 'Make it central',
            onAction: () => {
              central.mutate(which)
            },
            ...(claim.isCentral
              ? { isDisabled: true, explanation: 'It is central already.' }
              : blocked(isWithdrawn ? withdrawal : claim.can.edit)),
          },
          {
            id: 'withdraw',
            label: isWithdrawn ? 'Restore…' : 'Withdraw…',
            ...(!isWithdrawn && { tone: 'danger' as const }),
            onAction: () => {
              setIsAsking(true)
            },
            ...blocked(isWithdrawn ? claim.can.edit : withdrawal),
          },
        ]}
      />
      <ReasonDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={isWithdrawn ? 'Restore the claim?' : 'Withdraw the claim?'}
        confirmLabel={isWithdrawn ? 'Restore' : 'Withdraw'}
        reason={reason}
        tone={isWithdrawn ? 'normal' : 'danger'}
        maxLength={LIMITS.reason}
        isPending={change.isPending}
        error={change.error === null ? undefined : faultOf(change.error).message}
        onConfirm={(given) => {
          change.mutate({ ...which, reason: given }, { onSuccess: reason.forget })
        }}
      >
        {isWithdrawn
          ? 'It stands again, with its evidence. The reason stays in the history.'
          : 'It stays in the incident, struck out, and no account can cite it. The reason stays in the history.'}
      </ReasonDialog>
    </>
  )
}

function blocked(verdict: Claim['can']['edit']) {
  return verdict.allowed ? {} : { isDisabled: true, explanation: explanationOf(verdict) }
}
