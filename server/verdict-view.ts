import { z } from 'zod'

/** A rule's answer as it travels with a view; `explanationOf` and `ActionButton` show it. */
export const verdict = z.union([
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), rule: z.string(), because: z.string(), lift: z.string().optional() }),
])
