import { z } from 'zod'
import { LANGUAGES } from '@/domain/language'

const incidentName = z.object({ id: z.string(), title: z.string() })

/** What waits for one person, each list at its head only; `more` says whether it goes on. */
export const deskHomeView = z.object({
  rounds: z.object({
    items: z.array(
      z.object({
        roundId: z.string(),
        claimId: z.string(),
        claim: z.string(),
        number: z.number(),
        openedAt: z.date(),
        incident: incidentName,
      }),
    ),
    more: z.boolean(),
  }),
  reviews: z.object({
    items: z.array(
      z.object({
        revisionId: z.string(),
        submittedAt: z.date().nullable(),
        /** Of a translation. */
        language: z.enum(LANGUAGES).nullable(),
        /** Its page is not what was approved any more. */
        isChanged: z.boolean(),
        incident: incidentName,
      }),
    ),
    more: z.boolean(),
  }),
  changes: z.object({
    items: z.array(
      z.object({
        revisionId: z.string(),
        comment: z.string(),
        by: z.string(),
        at: z.date(),
        language: z.enum(LANGUAGES).nullable(),
        incident: incidentName,
      }),
    ),
    more: z.boolean(),
  }),
  stale: z.object({
    items: z.array(z.object({ claimId: z.string(), claim: z.string(), incident: incidentName })),
    more: z.boolean(),
  }),
})
export type DeskHomeView = z.infer<typeof deskHomeView>

export const waitingView = z.object({ desk: z.number(), reviews: z.number() })
export type WaitingView = z.infer<typeof waitingView>
