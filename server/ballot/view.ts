import { z } from 'zod'
import { QUESTION_KINDS, STANCES, TRANSLATION_METHODS } from '@/domain/words'
import { roundView } from '../workspace/view'

/** One open round with all that a vote on it needs, for the pass through all of them. */
export const pendingBallotView = z.object({
  incident: z.object({ id: z.string(), title: z.string() }),
  question: z.object({ kind: z.enum(QUESTION_KINDS), text: z.string() }),
  claim: z.object({ id: z.string(), text: z.string(), isCentral: z.boolean() }),
  evidence: z.array(
    z.object({
      id: z.string(),
      stance: z.enum(STANCES),
      exact: z.string(),
      language: z.string().nullable(),
      translation: z
        .object({
          text: z.string(),
          language: z.string(),
          method: z.enum(TRANSLATION_METHODS),
          translator: z.string().nullable(),
        })
        .nullable(),
      source: z.string().nullable(),
      outlet: z.string().nullable(),
      origin: z.string().nullable(),
      /** The independent origin it belongs to, counted from 1; null where it counts for none. */
      group: z.number().nullable(),
    }),
  ),
  originsCount: z.number(),
  round: roundView,
})

export const pendingBallotsView = z.object({
  items: z.array(pendingBallotView),
  nextCursor: z.string().nullable(),
})

export type PendingBallotView = z.infer<typeof pendingBallotView>
export type PendingBallotsView = z.infer<typeof pendingBallotsView>
