'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { useTRPC } from '@/components/trpc'
import { ErrorNotice } from '@/components/ui/error-notice'
import { ReasonDialog } from '@/components/draft/reason-dialog'
import { announce } from '@/components/ui/status'
import { useReason } from '@/components/draft/use-reason'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Claim } from '@/components/workspace/view'
import { LIMITS } from '@/domain/input/text'

/** Opens a round on a claim; on the same evidence as before it asks why. */
export function OpenRound({ claim }: { claim: Claim }) {
  const trpc = useTRPC()
  const result = useWorkspaceResult()
  const [isAsking, setIsAsking] = useState(false)
  const reason = useReason({ of: `round.open.${claim.id}`, label: 'Why a round is opened again' })
  const open = useMutation(
    trpc.round.open.mutationOptions({
      onError: result.onError,
      onSuccess: (view) => {
        setIsAsking(false)
        reason.forget()
        result.onSuccess(view)
        announce('The round is open.')
      },
    }),
  )
  const lastRoundId = claim.round?.id ?? claim.finding?.roundId ?? null
  const isFirst = lastRoundId === null
  // Nothing else goes on until it is voted on anew.
  const isStale = claim.round === null ? claim.finding?.isStale === true : !claim.round.isCurrent
  const send = (given: string) => {
    open.mutate({ claimId: claim.id, lastRoundId, reason: given })
  }
  const fault = open.error === null ? undefined : faultOf(open.error)
  return (
    <div className="flex flex-col items-start gap-2">
      <ActionButton
        verdict={claim.can.open}
        size="small"
        variant={isStale ? 'primary' : 'secondary'}
        isPending={open.isPending}
        onPress={() => {
          if (claim.needsReasonToOpen) setIsAsking(true)
          else send('')
        }}
      >
        {isFirst ? 'Open a round' : claim.needsReasonToOpen ? 'Open again…' : 'Open anew'}
      </ActionButton>
      {fault !== undefined && !isAsking && <ErrorNotice title={fault.message}>{fault.refusal?.lift}</ErrorNotice>}
      <ReasonDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Vote again on the same evidence?"
        confirmLabel="Open the round"
        reason={reason}
        maxLength={LIMITS.reason}
        isPending={open.isPending}
        error={fault?.message}
        onConfirm={send}
      >
        {claim.round === null
          ? 'The finding no longer stands once the new round is open; its reasons are shown there, unnamed.'
          : 'The round that is open now ends without a reveal; each voter finds their own ballot again as a draft.'}
      </ReasonDialog>
    </div>
  )
}
