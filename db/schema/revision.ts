import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { LANGUAGES } from '../../domain/language'
import { CORRECTION_KINDS, REDACTION_KINDS, REVIEW_DECISIONS } from '../../domain/words'
import { REVISION_STATES, WORKING_STATES } from '../../domain/workflow'
import { account } from './account'
import { among, id, instant, oneOf, version } from './column'
import { incident } from './incident'
import { capture } from './source'

/** One text of an incident's summary. Its document changes only while it is a draft. */
export const revision = pgTable(
  'revision',
  {
    id: id(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    state: text('state', { enum: REVISION_STATES }).notNull(),
    /** The summary as prosemirror JSON, valid under domain/document. */
    document: jsonb('document').$type<unknown>().notNull(),
    /** Of a translation: the publication that it is of (docs/decisions/0045); null for an account's own text. */
    translates: uuid('translates').references((): AnyPgColumn => publication.id),
    language: text('language', { enum: LANGUAGES }),
    /** Of a translation: the words outside the summary, by their paths (domain/rendition-words). */
    words: jsonb('words').$type<Record<string, string>>(),
    /** The revision whose text it began from. */
    basedOn: uuid('based_on'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Who saved it last; null: nobody has changed the text it began with. */
    updatedBy: uuid('updated_by').references(() => account.id),
    submittedAt: instant('submitted_at'),
    endedAt: instant('ended_at'),
    /** Why it was discarded or withdrawn. */
    endReason: text('end_reason'),
    version: version(),
  },
  (t) => [
    oneOf('revision_state', t.state, REVISION_STATES),
    unique('revision_incident').on(t.id, t.incidentId),
    check('revision_translation', sql`num_nulls(${t.translates}, ${t.language}, ${t.words}) in (0, 3)`),
    oneOf('revision_language', t.language, LANGUAGES),
    uniqueIndex('revision_one_working')
      .on(t.incidentId, sql`coalesce(${t.language}, '')`)
      .where(among(t.state, WORKING_STATES)),
    uniqueIndex('revision_one_published')
      .on(t.incidentId, sql`coalesce(${t.language}, '')`)
      .where(sql`${t.state} = 'published'`),
    index('revision_by_incident').on(t.incidentId, t.createdAt, t.id),
  ],
)

/** Whoever has edited the text since the last publication (rule 10); carried over from draft to draft. */
export const revisionAuthor = pgTable(
  'revision_author',
  {
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    since: instant('since').notNull(),
    /** The byline this author chose for the public page; null: none (rule 14). */
    byline: text('byline'),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.accountId] }), index('revision_author_account').on(t.accountId)],
)

export const review = pgTable(
  'review',
  {
    id: id(),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    decision: text('decision', { enum: REVIEW_DECISIONS }).notNull(),
    comment: text('comment').notNull().default(''),
    /** SHA-256 of the canonical JSON of the snapshot the reviewer saw. */
    snapshotHash: text('snapshot_hash').notNull(),
    /** That snapshot's canonical JSON, so that what changed since can be listed. */
    snapshot: text('snapshot').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    oneOf('review_decision', t.decision, REVIEW_DECISIONS),
    check('review_comment', sql`${t.decision} = 'approve' or length(trim(${t.comment})) > 0`),
    index('review_revision').on(t.revisionId, t.decidedAt, t.id),
  ],
)

/** An immutable public snapshot. `document` is null only after a redaction. */
export const publication = pgTable(
  'publication',
  {
    id: id(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    number: integer('number').notNull(),
    /** Null for the notice-only publication of a retraction. */
    revisionId: uuid('revision_id'),
    /** Canonical JSON (RFC 8785) under domain/snapshot's schema. */
    document: text('document'),
    /** SHA-256 of `document` as published, lower-case hex. */
    hash: text('hash').notNull(),
    /** Why it replaced the one before; null for the first. */
    correctionKind: text('correction_kind', { enum: CORRECTION_KINDS }),
    correctionNote: text('correction_note'),
    /** How many had approved exactly this document when it was published; null: a retraction, or before it was kept. */
    approvals: integer('approvals'),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => account.id),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [
    oneOf('publication_correction_kind', t.correctionKind, CORRECTION_KINDS),
    check('publication_number', sql`${t.number} >= 1`),
    check('publication_approvals', sql`${t.approvals} >= 1`),
    check('publication_correction', sql`(${t.number} = 1) = (${t.correctionKind} is null)`),
    check('publication_note', sql`${t.correctionKind} is null or length(trim(coalesce(${t.correctionNote}, ''))) > 0`),
    check(
      'publication_retraction',
      sql`(${t.revisionId} is null) = (${t.correctionKind} is not distinct from 'retraction')`,
    ),
    foreignKey({ columns: [t.revisionId, t.incidentId], foreignColumns: [revision.id, revision.incidentId] }),
    unique('publication_once').on(t.incidentId, t.number),
    uniqueIndex('publication_revision').on(t.revisionId),
    index('publication_newest').on(t.publishedAt, t.id),
    index('publication_corrected')
      .on(t.publishedAt, t.id)
      .where(sql`${t.correctionKind} is not null`),
    index('publication_corrected_so')
      .on(t.correctionKind, t.publishedAt, t.id)
      .where(sql`${t.correctionKind} is not null`),
  ],
)

/**
 * A publication in another language, or the notice that takes such a translation back. `document` is null only after
 * it was redacted, alone or with its publication.
 */
export const rendition = pgTable(
  'rendition',
  {
    id: id(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publication.id),
    language: text('language', { enum: LANGUAGES }).notNull(),
    /** From 1, for each publication and language. */
    number: integer('number').notNull(),
    /** Null for a notice that takes back. */
    revisionId: uuid('revision_id'),
    /** Canonical JSON (RFC 8785) under domain/rendition-document's schema. */
    document: text('document'),
    /** SHA-256 of `document` as published, lower-case hex. */
    hash: text('hash').notNull(),
    /** Why it replaced the one before, or why that was taken back; null for the first. */
    note: text('note'),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => account.id),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [
    oneOf('rendition_language', t.language, LANGUAGES),
    check('rendition_number', sql`${t.number} >= 1`),
    check(
      'rendition_note',
      sql`case when ${t.number} = 1 then ${t.note} is null and ${t.revisionId} is not null else length(trim(coalesce(${t.note}, ''))) > 0 end`,
    ),
    foreignKey({ columns: [t.revisionId, t.incidentId], foreignColumns: [revision.id, revision.incidentId] }),
    unique('rendition_once').on(t.publicationId, t.language, t.number),
    uniqueIndex('rendition_revision').on(t.revisionId),
    index('rendition_incident').on(t.incidentId),
  ],
)

/** The one exception to rule 12: bytes go; number, address, hash, public reason and event stay. */
export const redaction = pgTable(
  'redaction',
  {
    id: id(),
    kind: text('kind', { enum: REDACTION_KINDS }).notNull(),
    incidentId: uuid('incident_id').references(() => incident.id),
    publicationId: uuid('publication_id').references(() => publication.id),
    captureId: uuid('capture_id').references(() => capture.id),
    /** The translation that goes; `publicationId` is then the version it is of, which stays. */
    renditionId: uuid('rendition_id').references(() => rendition.id),
    /** Which byline of the publication goes; emptied once it is gone. */
    byline: text('byline'),
    publicReason: text('public_reason').notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => account.id),
    proposedAt: instant('proposed_at').notNull(),
    confirmedBy: uuid('confirmed_by').references(() => account.id),
    confirmedAt: instant('confirmed_at'),
    declinedAt: instant('declined_at'),
  },
  (t) => [
    oneOf('redaction_kind', t.kind, REDACTION_KINDS),
    check('redaction_two', sql`${t.confirmedBy} <> ${t.proposedBy}`),
    check('redaction_decided', sql`${t.confirmedAt} is null or ${t.declinedAt} is null`),
    check('redaction_confirmed', sql`(${t.confirmedBy} is null) = (${t.confirmedAt} is null)`),
    check(
      'redaction_target',
      sql`(${t.kind} = 'capture') = (${t.captureId} is not null) and (${t.kind} <> 'capture') = (${t.publicationId} is not null) and (${t.kind} = 'translation') = (${t.renditionId} is not null)`,
    ),
    index('redaction_incident').on(t.incidentId),
    index('redaction_publication').on(t.publicationId),
    index('redaction_capture').on(t.captureId),
    index('redaction_rendition').on(t.renditionId),
  ],
)
