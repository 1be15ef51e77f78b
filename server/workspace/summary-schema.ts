import { z } from 'zod'
import { CORRECTION_KINDS } from '@/domain/words'
import { REVISION_STATES } from '@/domain/workflow'
import { gateItemView, leftOutView } from '../gate-item-view'
import { reviewLineView } from '../review-line-view'
import { verdict } from '../verdict-view'

const id = z.string()
const text = z.string()
const maybe = z.string().nullable()

const authorView = z.object({ accountId: id, name: text, byline: maybe })

export const revisionView = z.object({
  id,
  version: z.number(),
  state: z.enum(REVISION_STATES),
  document: z.unknown(),
  createdAt: z.date(),
  updatedAt: z.date(),
  submittedAt: z.date().nullable(),
  authors: z.array(authorView),
  reviews: z.array(reviewLineView),
})

export const publicationLineView = z.object({
  id,
  number: z.number(),
  hash: text,
  publishedAt: z.date(),
  correctionKind: z.enum(CORRECTION_KINDS).nullable(),
  correctionNote: maybe,
  isRedacted: z.boolean(),
})

export const summaryView = z.object({
  working: revisionView.nullable(),
  /** The last ended by "changes requested", with what was asked. */
  changesRequested: z.object({ comment: text, name: text, at: z.date() }).nullable(),
  publications: z.array(publicationLineView),
  notice: z.object({ id, reason: text, begunAt: z.date() }).nullable(),
  /** Something was written once, whatever became of it. */
  hasText: z.boolean(),
  /** What is still missing before it can be published (rules 9–11). */
  gate: z.array(gateItemView),
  leftOut: z.array(leftOutView),
  approvals: z.object({ given: z.number(), needed: z.number() }),
  /** Active editors who have not edited the text since the last publication, and so could review it. */
  reviewersLeft: z.number(),
  /** Whether typing would make the viewer an author, who then cannot review. */
  isAuthor: z.boolean(),
  can: z.object({
    draft: verdict,
    edit: verdict,
    discard: verdict,
    submit: verdict,
    review: verdict,
    withdraw: verdict,
    publish: verdict,
    retract: verdict,
    exportBundle: verdict,
    reExamine: verdict,
  }),
})

export type SummaryView = z.infer<typeof summaryView>
export type RevisionView = z.infer<typeof revisionView>
