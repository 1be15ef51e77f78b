import { z } from 'zod'
import { LANGUAGES } from '@/domain/language'
import { verdict } from '../verdict-view'

/** Texts in review, the one that has waited longest first. */
export const reviewList = z.object({
  items: z.array(
    z.object({
      revisionId: z.string(),
      incidentId: z.string(),
      title: z.string(),
      /** Of a translation. */
      language: z.enum(LANGUAGES).nullable(),
      state: z.enum(['in_review', 'approved']),
      submittedAt: z.date(),
      authors: z.array(z.string()),
      approvals: z.object({ given: z.number(), needed: z.number() }),
      /** Publishing it would replace the publication with this number; 0: it would be the first. */
      replaces: z.number(),
      /** Of those that wait for the asker: its page is not what was approved any more. */
      isChanged: z.boolean(),
      can: verdict,
    }),
  ),
  nextCursor: z.string().nullable(),
})

export type ReviewList = z.infer<typeof reviewList>
