import { z } from 'zod'

const span = z.object({ start: z.number(), end: z.number() })

/** Passages that are marked as not part of the article; offsets in code points, end exclusive. */
export const exclusionsView = z.object({
  captureId: z.string(),
  exclusions: z.array(span.extend({ id: z.string() })),
})

export const captureView = z.object({
  id: z.string(),
  sourceId: z.string(),
  number: z.number(),
  /** Null: redacted. */
  text: z.string().nullable(),
  textLength: z.number(),
  textSha256: z.string(),
  bytesSha256: z.string(),
  mediaType: z.string(),
  /** Code points at which the pages of a PDF begin; null of anything without pages. */
  pageStarts: z.array(z.number()).nullable(),
  /** How its page came; null of what was not fetched. */
  fetched: z
    .object({
      requestedUrl: z.string(),
      finalUrl: z.string(),
      status: z.number(),
      /** Null without TLS. */
      certificateSha256: z.string().nullable(),
      fetchedAt: z.date(),
    })
    .nullable(),
  /** Of a picture, as it was received, and what was written beside its pixels. */
  image: z
    .object({
      width: z.number(),
      height: z.number(),
      exif: z.array(z.object({ name: z.string(), value: z.string() })),
    })
    .nullable(),
  method: z.string(),
  methodVersion: z.string(),
  normalisation: z.number(),
  capturedAt: z.date(),
  capturedBy: z.string(),
  exclusions: exclusionsView.shape.exclusions,
  /** Passages quoted from earlier captures of the source; `found` is null where this one no longer says it. */
  earlier: z.array(
    z.object({
      excerptId: z.string(),
      captureId: z.string(),
      captureNumber: z.number(),
      exact: z.string(),
      /** By its position, by its words elsewhere, or gone: then what is nearest to it now, from 0 to 1. */
      how: z.enum(['position', 'quote', 'gone']),
      found: span.nullable(),
      near: z.object({ exact: z.string(), similarity: z.number() }).nullable(),
    }),
  ),
})

/** What is different from the capture before; null where there is none, or one of the two was redacted. */
export const differenceView = z.object({
  captureId: z.string(),
  before: z.object({ id: z.string(), number: z.number(), method: z.string() }).nullable(),
  /** Which of the two was pasted, where the other was read from its page: then the article alone is compared. */
  pasted: z.enum(['before', 'after']).nullable(),
  parts: z
    .array(
      z.union([
        z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() }),
        z.object({ kind: z.enum(['skipped', 'around']), characters: z.number() }),
      ]),
    )
    .nullable(),
})
