import { z } from 'zod'

/** One thing that is missing before a text can be published (rules 9–11), and where. */
export const gateItemView = z.object({
  rule: z.string(),
  because: z.string(),
  lift: z.string().optional(),
  target: z.object({ kind: z.string(), id: z.string() }),
})

/** A claim that was judged and of which the text cites nothing. */
export const leftOutView = z.object({ id: z.string(), text: z.string() })
