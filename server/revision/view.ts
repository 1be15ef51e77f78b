import { z } from 'zod'
import { changeSchema } from '@/domain/change'
import { snapshotSchema } from '@/domain/snapshot-schema'
import { locatorMapView } from '../locator-map-view'
import { CORRECTION_KINDS } from '@/domain/words'
import { REVISION_STATES } from '@/domain/workflow'
import { gateItemView, leftOutView } from '../gate-item-view'
import { reviewLineView } from '../review-line-view'
import { verdict } from '../verdict-view'

const id = z.string()
const text = z.string()

/** An autosave answers no more than this. */
export const savedView = z.object({ version: z.number() })

/** What goes with a refused save. */
export type StaleText = {
  document: unknown
  version: number
  state: (typeof REVISION_STATES)[number]
  /** Who saved it last; null: it is as the draft began. */
  by: string | null
  /** ISO instant. */
  at: string
}

/** A text as the public page it would be, or is, beside the one before. */
export const previewView = z.object({
  incident: z.object({ id, title: text, slug: text }),
  revision: z.object({
    id,
    state: z.enum(REVISION_STATES),
    version: z.number(),
    submittedAt: z.date().nullable(),
    authors: z.array(z.object({ name: text, byline: text.nullable() })),
    isAuthor: z.boolean(),
  }),
  /** Null: it was published and redacted since. */
  page: snapshotSchema.nullable(),
  /** Where it was, as the page draws it. */
  map: locatorMapView.nullable(),
  hash: text,
  /** The number it has, or would have, in public. */
  number: z.number(),
  /** When it was published; null: it is not. */
  publishedAt: z.date().nullable(),
  before: z.object({ number: z.number(), publishedAt: z.date(), page: snapshotSchema }).nullable(),
  /** Against `before`. */
  changes: z.array(changeSchema),
  /** The newest approval of something else than this page (the viewer's own, if there is one). */
  sinceApproval: z.object({ name: text, at: z.date(), changes: z.array(changeSchema) }).nullable(),
  reviews: z.array(reviewLineView),
  approvals: z.object({ given: z.number(), needed: z.number() }),
  /** Where each numbered passage stands in the captured text. */
  passages: z.array(
    z.object({
      number: z.number(),
      evidenceId: id,
      excerptId: id,
      sourceId: id,
      captureId: id,
      start: z.number(),
      end: z.number(),
    }),
  ),
  gate: z.array(gateItemView),
  leftOut: z.array(leftOutView),
  can: z.object({ approve: verdict, requestChanges: verdict, publish: verdict }),
})

/** Every text there was, newest first. */
export const versionList = z.object({
  items: z.array(
    z.object({
      id,
      state: z.enum(REVISION_STATES),
      createdAt: z.date(),
      submittedAt: z.date().nullable(),
      endedAt: z.date().nullable(),
      endReason: text.nullable(),
      authors: z.array(text),
      publication: z
        .object({ number: z.number(), correctionKind: z.enum(CORRECTION_KINDS).nullable(), isRedacted: z.boolean() })
        .nullable(),
    }),
  ),
  nextCursor: text.nullable(),
})

export type PreviewView = z.infer<typeof previewView>
export type VersionList = z.infer<typeof versionList>
