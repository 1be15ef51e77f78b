import { z } from 'zod'

/** One thing that is missing before a text can be published (rules 9–11), and where. */
export const gateItemView = z.object({
  rule: z.string(),
  because: z.string(),
  lift: z.string().optional(),
  target: z.object({ kind: z.string(), id: z.string() }),
})
