import { z } from 'zod'
import { verdict } from '../verdict-view'

export const lineageEffectView = z.object({
  verdict,
  claims: z.array(z.object({ claimId: z.string(), text: z.string(), before: z.number(), after: z.number() })),
  otherIncidents: z.number(),
})
