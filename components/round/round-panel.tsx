'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionButton, explanationOf } from '@/components/action/action-button'
import { BallotForm } from '@/components/ballot/ballot-form'
import { faultOf } from '@/components/fault'
import { LevelMark } from '@/components/level/level-mark'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { announce } from '@/components/ui/status'
import { Time } from '@/components/ui/time'
import { useFocusLater } from '@/components/workspace/use-focus-later'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Round } from '@/components/workspace/view'
import { RoundProgress } from './round-progress'
import { UnnamedReasons } from './unnamed-reasons'

/** An open round: who has voted and never what, one's own ballot, the reveal. */
export function RoundPanel({ round, incidentId }: { round: Round; incidentId: string }) {
  return (
    <div role="group" aria-label="Open round" className="flex flex-col gap-3">
      <p className="text-sm text-ink-muted">
        <span className="font-medium text-ink">Round {round.number} is open</span> since{' '}
        <Time value={round.openedAt.toISOString()} precision="minute" />.
        {round.reason !== null && (
          <>
            {' '}
            Opened again because: <span dir="auto">{round.reason}</span>
          </>
        )}
      </p>
      {!round.isCurrent && (
        <Notice tone="warning" title="What is voted on has changed since this round was opened.">
          Nobody can vote or reveal until it is opened anew.
          {round.mine !== null && ' Your ballot comes back as a draft.'}
        </Notice>
      )}
      <RoundProgress round={round} />
      {round.earlierReasons.length > 0 && (
        <Disclosure summary="Reasons of the round before">
          <UnnamedReasons reasons={round.earlierReasons} />
        </Disclosure>
      )}
      <OwnBallot round={round} incidentId={incidentId} />
      <Reveal round={round} />
    </div>
  )
}

/** Where one has voted, the ballot is folded away: others may look over one's shoulder. */
function OwnBallot({ round, incidentId }: { round: Round; incidentId: string }) {
  const [isChanging, setIsChanging] = useState(false)
  const focusLater = useFocusLater()
  const changeId = `change-ballot-${round.id}`
  // Why is said above, with what lifts it.
  if (!round.isCurrent && round.mine === null) return null
  if (!round.can.cast.allowed && round.mine === null)
    return <p className="text-sm text-ink-muted">{explanationOf(round.can.cast)}</p>
  if (round.mine !== null && !isChanging)
    return (
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-sm">{round.mine.isRecusal ? 'You stand aside.' : 'You voted:'}</span>
        {round.mine.level !== null && <LevelMark level={round.mine.level} />}
        <Button
          id={changeId}
          size="small"
          variant="quiet"
          onPress={() => {
            setIsChanging(true)
          }}
          {...(!round.can.cast.allowed && { isDisabled: true, explanation: explanationOf(round.can.cast) })}
        >
          {round.mine.isRecusal ? 'Vote after all' : 'Change'}
        </Button>
      </div>
    )
  return (
    <BallotForm
      round={round}
      incidentId={incidentId}
      onDone={() => {
        setIsChanging(false)
        focusLater(changeId)
      }}
    />
  )
}

function Reveal({ round }: { round: Round }) {
  const trpc = useTRPC()
  const result = useWorkspaceResult()
  const [isAsking, setIsAsking] = useState(false)
  const reveal = useMutation(
    trpc.round.reveal.mutationOptions({
      onError: result.onError,
      onSuccess: (view) => {
        setIsAsking(false)
        result.onSuccess(view)
        announce('The round is revealed.')
      },
    }),
  )
  return (
    <div>
      <ActionButton
        verdict={round.can.reveal}
        size="small"
        onPress={() => {
          setIsAsking(true)
        }}
      >
        Reveal…
      </ActionButton>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Reveal this round?"
        confirmLabel="Reveal"
        isPending={reveal.isPending}
        error={reveal.error === null ? undefined : faultOf(reveal.error).message}
        onConfirm={() => {
          reveal.mutate({ roundId: round.id })
        }}
      >
        The finding is made from the ballots that are there. Nobody can vote in this round afterwards, and the desk
        reads levels and reasons, without names.
      </ConfirmDialog>
    </div>
  )
}
