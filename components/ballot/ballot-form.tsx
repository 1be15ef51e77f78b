'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { explanationOf } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { LevelMark } from '@/components/level/level-mark'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { ReasonDialog } from '@/components/ui/reason-dialog'
import { announce } from '@/components/ui/status'
import { TextArea } from '@/components/ui/text-area'
import { FaultNotice } from '@/components/workspace/fault-notice'
import { useReason } from '@/components/draft/use-reason'
import { useRoundCache } from '@/components/workspace/use-workspace'
import type { Round } from '@/components/workspace/view'
import { LIMITS } from '@/domain/input/text'
import { LEVELS, LEVEL_INFO, needsReason } from '@/domain/levels'
import { useBallotDraft } from './use-ballot-draft'

export type BallotFormProps = {
  round: Round
  incidentId: string
  /** After it was cast or recused, with the round as it is then. */
  onDone?: (round: Round) => void
}

/** One's own ballot: six levels in their words, a reason, or standing aside. Nobody else's is here. */
export function BallotForm({ round, incidentId, onDone }: BallotFormProps) {
  const { draft, isFromBefore, change, clear } = useBallotDraft(round)
  const [isTried, setIsTried] = useState(false)
  const { cast, done } = useCast(
    incidentId,
    () => {
      clear()
      setIsTried(false)
    },
    onDone,
  )
  const problems = problemsWith(draft)
  const fields = cast.error === null ? {} : faultOf(cast.error).fields
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        setIsTried(true)
        if (draft.level === null || problems.reason !== undefined) return
        cast.mutate({ roundId: round.id, ...draft, level: draft.level })
      }}
    >
      {isFromBefore && <Notice>This is your ballot of the round before. Look at it again, then cast it.</Notice>}
      <RadioGroup
        label={round.mine === null ? 'Your ballot' : 'Change your ballot'}
        value={draft.level}
        onChange={(level) => {
          change({ level })
        }}
        error={isTried ? (problems.level ?? fields.level) : undefined}
        options={LEVELS.map((level) => ({
          id: level,
          label: <LevelMark level={level} variant="plain" />,
          description: LEVEL_INFO[level].meaning,
          ...(level === 'confirmed' &&
            !round.can.confirm.allowed && { isDisabled: true, explanation: explanationOf(round.can.confirm) }),
        }))}
      />
      <TextArea
        label="Reason"
        rows={3}
        value={draft.reason}
        onChange={(reason) => {
          change({ reason })
        }}
        maxLength={LIMITS.reason}
        isRequired={draft.level !== null && needsReason(draft.level)}
        description="After the reveal the desk reads it, without your name."
        error={isTried ? (problems.reason ?? fields.reason) : undefined}
      />
      <Checkbox
        isSelected={draft.isReasonPublic}
        onChange={(isReasonPublic) => {
          change({ isReasonPublic })
        }}
      >
        My reason may be published, without my name
      </Checkbox>
      <FaultNotice error={cast.error} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          variant="primary"
          isPending={cast.isPending}
          {...(!round.can.cast.allowed && { isDisabled: true, explanation: explanationOf(round.can.cast) })}
        >
          {round.mine === null || round.mine.isRecusal ? 'Cast ballot' : 'Cast it anew'}
        </Button>
        <Recuse round={round} onDone={done} />
      </div>
    </form>
  )
}

function problemsWith(draft: ReturnType<typeof useBallotDraft>['draft']): { level?: string; reason?: string } {
  if (draft.level === null) return { level: 'Choose a level.' }
  if (needsReason(draft.level) && draft.reason.trim() === '')
    return { reason: `“${LEVEL_INFO[draft.level].label}” needs a reason: say what it rests on.` }
  return {}
}

function useCast(incidentId: string, clear: () => void, onDone: BallotFormProps['onDone']) {
  const trpc = useTRPC()
  const put = useRoundCache()
  const done = (round: Round, message: string) => {
    clear()
    put(incidentId, round)
    announce(message)
    onDone?.(round)
  }
  const cast = useMutation(
    trpc.ballot.cast.mutationOptions({
      onSuccess: (round) => {
        done(round, 'Your ballot is cast. You can change it until the reveal.')
      },
    }),
  )
  return { cast, done }
}

type RecuseProps = { round: Round; onDone: (round: Round, message: string) => void }

function Recuse({ round, onDone }: RecuseProps) {
  const trpc = useTRPC()
  const [isOpen, setIsOpen] = useState(false)
  const reason = useReason({ of: `recusal.${round.id}`, label: 'Why you stand aside from a vote' })
  const recuse = useMutation(
    trpc.ballot.recuse.mutationOptions({
      onSuccess: (after) => {
        setIsOpen(false)
        reason.forget()
        onDone(after, 'You stand aside from this vote.')
      },
    }),
  )
  if (round.mine?.isRecusal === true) return null
  return (
    <>
      <Button
        variant="quiet"
        onPress={() => {
          setIsOpen(true)
        }}
        {...(!round.can.cast.allowed && { isDisabled: true, explanation: explanationOf(round.can.cast) })}
      >
        Stand aside…
      </Button>
      <ReasonDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Stand aside from this vote?"
        confirmLabel="Stand aside"
        reason={reason}
        maxLength={LIMITS.reason}
        isPending={recuse.isPending}
        error={recuse.error === null ? undefined : faultOf(recuse.error).message}
        onConfirm={(given) => {
          recuse.mutate({ roundId: round.id, reason: given })
        }}
      >
        The quorum falls by one. Others see that you stood aside, not why. You can still vote until the reveal.
      </ReasonDialog>
    </>
  )
}
