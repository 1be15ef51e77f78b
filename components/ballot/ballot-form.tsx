'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { explanationOf } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { LevelMark } from '@/components/level/level-mark'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { ReasonDialog } from '@/components/draft/reason-dialog'
import { announce } from '@/components/ui/status'
import { TextArea } from '@/components/ui/text-area'
import { useReason } from '@/components/draft/use-reason'
import { useRoundCache } from '@/components/workspace/use-workspace'
import type { Round } from '@/components/workspace/view'
import { LIMITS } from '@/domain/input/text'
import { castBallotInput } from '@/domain/input/ballot'
import { LEVELS, LEVEL_INFO, needsReason, type Level } from '@/domain/levels'
import { useBallotDraft } from './use-ballot-draft'

export type BallotFormProps = {
  round: Round
  incidentId: string
  /** After it was cast or recused, with the round as it is then. */
  onDone?: (round: Round) => void
}

/** The rule that the server holds too: both ends of the scale, and "unknown", need a reason. */
const ballotSchema = castBallotInput.superRefine(({ level, reason }, context) => {
  if (needsReason(level) && reason === '')
    context.addIssue({
      code: 'custom',
      path: ['reason'],
      message: `“${LEVEL_INFO[level].label}” needs a reason: say what it rests on.`,
    })
})

/** One's own ballot: six levels in their words, a reason, or standing aside. Nobody else's is here. */
export function BallotForm({ round, incidentId, onDone }: BallotFormProps) {
  const { draft, isFromBefore, change, unsaved } = useBallotDraft(round)
  const { form, done } = useCast(incidentId, unsaved.forget, onDone)
  const fieldId = (path: string) => `ballot-${round.id}-${path}`
  return (
    <KeptForm
      unsaved={unsaved}
      form={form}
      fieldId={fieldId}
      submitLabel={round.mine === null || round.mine.isRecusal ? 'Cast ballot' : 'Cast it anew'}
      verdict={round.can.cast}
      onSubmit={() => {
        // The schema says at its field that a level has to be chosen.
        form.submit({ roundId: round.id, ...draft, level: draft.level as Level })
      }}
      more={<Recuse round={round} onDone={done} />}
    >
      {isFromBefore && <Notice>This is your ballot of the round before. Look at it again, then cast it.</Notice>}
      <RadioGroup
        id={fieldId('level')}
        label={round.mine === null ? 'Your ballot' : 'Change your ballot'}
        value={draft.level}
        onChange={(level) => {
          change({ level })
        }}
        error={form.errorAt('level')}
        options={LEVELS.map((level) => ({
          id: level,
          label: <LevelMark level={level} variant="plain" />,
          description: LEVEL_INFO[level].meaning,
          ...(level === 'confirmed' &&
            !round.can.confirm.allowed && { isDisabled: true, explanation: explanationOf(round.can.confirm) }),
        }))}
      />
      <TextArea
        id={fieldId('reason')}
        label="Reason"
        rows={3}
        value={draft.reason}
        onChange={(reason) => {
          change({ reason })
        }}
        maxLength={LIMITS.reason}
        isRequired={draft.level !== null && needsReason(draft.level)}
        description="After the reveal the desk reads it, without your name."
        error={form.errorAt('reason')}
      />
      <Checkbox
        isSelected={draft.isReasonPublic}
        onChange={(isReasonPublic) => {
          change({ isReasonPublic })
        }}
      >
        My reason may be published, without my name
      </Checkbox>
    </KeptForm>
  )
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
  const form = useSubmit({
    schema: ballotSchema,
    mutation: trpc.ballot.cast.mutationOptions(),
    onDone: (round: Round) => {
      done(round, 'Your ballot is cast. You can change it until the reveal.')
    },
  })
  return { form, done }
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
        The quorum falls by one, never under two. Others see that you stood aside, not why. You can still vote until the
        reveal.
      </ReasonDialog>
    </>
  )
}
