import { z } from 'zod'
import { verdictView } from '../workspace/view'

export const lineageEffectView = z.object({
  verdict: verdictView,
  claims: z.array(z.object({ claimId: z.string(), text: z.string(), before: z.number(), after: z.number() })),
  otherIncidents: z.number(),
})
