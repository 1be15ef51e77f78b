import { z } from 'zod'
import { REVIEW_DECISIONS } from '@/domain/words'

/** What one editor decided about a text. */
export const reviewLineView = z.object({
  id: z.string(),
  name: z.string(),
  decision: z.enum(REVIEW_DECISIONS),
  comment: z.string(),
  decidedAt: z.date(),
  /** Given on the very snapshot that publishing would make now. */
  isCurrent: z.boolean(),
})
