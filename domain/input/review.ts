import { z } from 'zod'
import { cursor, id } from './common'
import { prose } from './text'

/** `seenHash`: of the snapshot that the reviewer looked at. */
export const approveInput = z.strictObject({
  revisionId: id,
  seenHash: z.string().regex(/^[0-9a-f]{64}$/, 'This is not the hash of a page.'),
  comment: prose('The comment').default(''),
})

export const listReviewsInput = z.strictObject({
  /** `mine`: those that the asker could decide now. */
  which: z.enum(['mine', 'all']).default('mine'),
  cursor,
  limit: z.int().min(1).max(50).default(20),
})

export type ApproveInput = z.infer<typeof approveInput>
export type ListReviewsInput = z.infer<typeof listReviewsInput>
