import { z } from 'zod'
import { verdict } from '../verdict-view'

const id = z.string()
const span = z.object({ start: z.number(), end: z.number() })

const side = z.object({
  sourceId: id,
  /** Null of a confidential source that this incident does not hold. */
  title: z.string().nullable(),
  language: z.string().nullable(),
  /** Null where nothing was captured, or it was redacted. */
  text: z.string().nullable(),
  captureNumber: z.number().nullable(),
})

/** Two texts and the passages they share, in code points, in the order of the one that copies. */
export const comparisonView = z.object({
  id,
  source: side,
  of: side,
  passages: z.array(z.object({ source: span, of: span })),
})

export const hintsView = z.array(
  z.object({
    id,
    version: z.number(),
    sourceId: id,
    otherId: id,
    /** Null as in a comparison. */
    sourceTitle: z.string().nullable(),
    otherTitle: z.string().nullable(),
    reason: z.string(),
    strength: z.number(),
  }),
)

export const lineageEffectView = z.object({
  verdict,
  claims: z.array(
    z.object({
      claimId: z.string(),
      text: z.string(),
      before: z.number(),
      after: z.number(),
      /** What was voted on is then another thing: an open round has to be opened anew, a finding is stale. */
      outdates: z.enum(['round', 'finding']).nullable(),
    }),
  ),
  otherIncidents: z.number(),
})
