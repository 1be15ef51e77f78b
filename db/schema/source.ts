import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { CAPTURE_METHODS, LINEAGE_KINDS, LINEAGE_STATES, MEDIUMS, SOURCE_KINDS } from '../../domain/words'
import { account } from './account'
import { id, instant, oneOf, version } from './column'
import { incident } from './incident'
import { party } from './party'

export const source = pgTable(
  'source',
  {
    id: id(),
    kind: text('kind', { enum: SOURCE_KINDS }).notNull(),
    medium: text('medium', { enum: MEDIUMS }).notNull(),
    outletId: uuid('outlet_id').references(() => party.id),
    url: text('url'),
    archiveUrl: text('archive_url'),
    title: text('title'),
    byline: text('byline'),
    /** BCP 47. */
    language: text('language'),
    /** EDTF. */
    published: text('published'),
    isConfidential: boolean('is_confidential').notNull().default(false),
    /** What the public is told of a confidential source, and nothing else. */
    publicDescription: text('public_description'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [
    oneOf('source_kind', t.kind, SOURCE_KINDS),
    oneOf('source_medium', t.medium, MEDIUMS),
    check('source_described', sql`not ${t.isConfidential} or ${t.publicDescription} is not null`),
    index('source_created').on(t.createdAt, t.id),
    // An outlet's newest pages, whether it has ten or a hundred thousand.
    index('source_outlet').on(t.outletId, t.createdAt, t.id),
  ],
)

export const incidentSource = pgTable(
  'incident_source',
  {
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.incidentId, t.sourceId] }), index('incident_source_source').on(t.sourceId)],
)

/**
 * An immutable snapshot of a source. Its bytes lie in the store under their hash (docs/decisions/0027); `text` is null
 * only after a redaction, which takes the bytes too.
 */
export const capture = pgTable(
  'capture',
  {
    id: id(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    number: integer('number').notNull(),
    text: text('text'),
    /** SHA-256, lower-case hex. */
    bytesSha256: text('bytes_sha256').notNull(),
    textSha256: text('text_sha256').notNull(),
    /** Length of `text` in Unicode code points; a picture's text is empty. */
    textLength: integer('text_length').notNull(),
    /** What the bytes are, found from the bytes. */
    mediaType: text('media_type').notNull().default('text/plain'),
    /** Code points at which the pages of a PDF begin in `text`; null of anything without pages. */
    pageStarts: integer('page_starts').array(),
    method: text('method', { enum: CAPTURE_METHODS }).notNull(),
    methodVersion: text('method_version').notNull(),
    /** Version of the one normalisation that made `text` from the bytes. */
    normalisation: integer('normalisation').notNull(),
    capturedBy: uuid('captured_by')
      .notNull()
      .references(() => account.id),
    capturedAt: instant('captured_at').notNull(),
  },
  (t) => [
    oneOf('capture_method', t.method, CAPTURE_METHODS),
    uniqueIndex('capture_number').on(t.sourceId, t.number),
    index('capture_text_sha256').on(t.textSha256),
    index('capture_bytes_sha256').on(t.bytesSha256),
  ],
)

/** How the page of a capture came. It never changes but for a redaction, which empties headers and redirects. */
export const captureFetch = pgTable('capture_fetch', {
  captureId: uuid('capture_id')
    .primaryKey()
    .references(() => capture.id),
  requestedUrl: text('requested_url').notNull(),
  finalUrl: text('final_url').notNull(),
  status: integer('status').notNull(),
  headers: jsonb('headers').$type<[string, string][]>().notNull(),
  redirects: jsonb('redirects').$type<{ url: string; status: number }[]>().notNull(),
  /** SHA-256 of the server's certificate, lower-case hex; null without TLS. */
  certificateSha256: text('certificate_sha256'),
  fetchedAt: instant('fetched_at').notNull(),
})

/** What a captured picture is shown as, and what was read beside its pixels. A redaction empties the latter. */
export const captureImage = pgTable('capture_image', {
  captureId: uuid('capture_id')
    .primaryKey()
    .references(() => capture.id),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  exif: jsonb('exif').$type<{ name: string; value: string }[]>().notNull(),
  /** SHA-256 of the re-encoded picture, which the store holds; it carries nothing but pixels. */
  shownSha256: text('shown_sha256').notNull(),
  shownMediaType: text('shown_media_type').notNull(),
})

/** A passage that is not part of the article (a menu, advertising): hidden, and no hash changes. */
export const exclusion = pgTable(
  'exclusion',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    /** Code points, end exclusive. */
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull(),
    liftedAt: instant('lifted_at'),
  },
  (t) => [
    check('exclusion_range', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    index('exclusion_capture').on(t.captureId),
  ],
)

/** What a suggestion was made from: the two captures, and how much of each stands in the other (0–1). */
export type LineageBasis = {
  captureId: string
  ofCaptureId: string
  contained: { source: number; of: number }
  /** 0–1: how sure it is who was first. */
  certainty: number
}

/** `source_id` is a reprint, translation or scrape of `of_id`, or quotes it. */
export const lineage = pgTable(
  'lineage',
  {
    id: id(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    ofId: uuid('of_id')
      .notNull()
      .references(() => source.id),
    kind: text('kind', { enum: LINEAGE_KINDS }).notNull(),
    state: text('state', { enum: LINEAGE_STATES }).notNull(),
    /** What it rests on, in words. */
    reason: text('reason').notNull(),
    /** Null: suggested by the program. */
    drawnBy: uuid('drawn_by').references(() => account.id),
    drawnAt: instant('drawn_at').notNull(),
    /** Of what the program suggests: 0–1, and what was compared. */
    strength: real('strength'),
    basis: jsonb('basis').$type<LineageBasis>(),
    decidedBy: uuid('decided_by').references(() => account.id),
    decidedAt: instant('decided_at'),
    version: version(),
  },
  (t) => [
    oneOf('lineage_kind', t.kind, LINEAGE_KINDS),
    oneOf('lineage_state', t.state, LINEAGE_STATES),
    check('lineage_drawn', sql`${t.drawnBy} is not null or (${t.strength} is not null and ${t.basis} is not null)`),
    check('lineage_other', sql`${t.sourceId} <> ${t.ofId}`),
    uniqueIndex('lineage_edge').on(t.sourceId, t.ofId, t.kind),
    index('lineage_of').on(t.ofId),
  ],
)
