'use client'

import { z } from 'zod'
import { isSame } from '@/components/draft/gist'
import { useKept } from '@/components/draft/use-kept'
import type { Round } from '@/components/workspace/view'
import { LEVELS } from '@/domain/levels'

const shape = z.object({ level: z.enum(LEVELS).nullable(), reason: z.string(), isReasonPublic: z.boolean() })
export type BallotDraft = z.infer<typeof shape>

const EMPTY: BallotDraft = { level: null, reason: '', isReasonPublic: false }

/** A ballot being filled in: what was typed here, else the one that is cast, else one's own of the round before. */
export function useBallotDraft(round: Round) {
  const unsaved = useKept({ of: `ballot.${round.id}`, label: 'A ballot' }, shape)
  const { kept, keep, forget } = unsaved
  const before = round.mine ?? round.draft
  const start: BallotDraft =
    before === null || before.isRecusal
      ? EMPTY
      : { level: before.level, reason: before.reason, isReasonPublic: before.isReasonPublic }
  const draft = kept ?? start
  return {
    draft,
    isFromBefore: kept === null && round.mine === null && round.draft !== null && !round.draft.isRecusal,
    change: (part: Partial<BallotDraft>) => {
      const typed = { ...draft, ...part }
      // Typed and taken back is not typed.
      if (isSame(typed, start)) forget()
      else keep(typed)
    },
    unsaved,
  }
}
