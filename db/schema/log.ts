import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { NOTICE_STEPS } from '../../domain/words'
import { instant, oneOf } from './column'
import { notice } from './incident'
import { publication, redaction, rendition } from './revision'

/**
 * The publication log: a leaf for each publication, each redaction and translation of it, and each notice that readers were
 * given of an account, in the order of their commits.
 * Triggers append it in the transaction of what it tells of (docs/decisions/0037); the program only reads it.
 */
export const logLeaf = pgTable(
  'log_leaf',
  {
    /** From 0, without a gap. */
    index: integer('index').primaryKey(),
    /** Null for what is told of an account rather than of one version: a notice, and the redaction of a capture. */
    publicationId: uuid('publication_id').references(() => publication.id),
    /** Null for the publication's own leaf. */
    redactionId: uuid('redaction_id').references(() => redaction.id),
    /** Of a translation, or of the notice that takes one back; `publicationId` is then the publication it is of. */
    renditionId: uuid('rendition_id').references(() => rendition.id),
    /** Of a notice of re-examination, which has a leaf when it is put and one when it is lifted. */
    noticeId: uuid('notice_id').references(() => notice.id),
    noticeStep: text('notice_step', { enum: NOTICE_STEPS }),
    /** Canonical JSON (RFC 8785) of domain/log/leaf. */
    entry: text('entry').notNull(),
  },
  (t) => [
    check('log_leaf_index', sql`${t.index} >= 0`),
    uniqueIndex('log_leaf_publication')
      .on(t.publicationId)
      .where(sql`${t.redactionId} is null and ${t.renditionId} is null`),
    uniqueIndex('log_leaf_redaction').on(t.redactionId),
    uniqueIndex('log_leaf_rendition').on(t.renditionId),
    uniqueIndex('log_leaf_notice').on(t.noticeId, t.noticeStep),
    oneOf('log_leaf_notice_step', t.noticeStep, NOTICE_STEPS),
    check('log_leaf_notice_whole', sql`num_nulls(${t.noticeId}, ${t.noticeStep}) in (0, 2)`),
    // What is of no version is of a notice or of a captured text that was redacted, and of nothing else.
    check(
      'log_leaf_of_something',
      sql`(${t.publicationId} is null) = (${t.noticeId} is not null or (${t.redactionId} is not null and ${t.publicationId} is null))`,
    ),
    index('log_leaf_of').on(t.publicationId, t.index),
  ],
)

/** Hashes of the log's whole subtrees (RFC 6962): level 0 are the leaves. */
export const logNode = pgTable(
  'log_node',
  {
    level: integer('level').notNull(),
    index: integer('index').notNull(),
    /** 64 lower-case hex digits. */
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.index] })],
)

/** What witnesses signed: a line of a checkpoint of this size. */
export const logCosignature = pgTable(
  'log_cosignature',
  {
    size: integer('size').notNull(),
    /** The witness's verifier key. */
    witness: text('witness').notNull(),
    line: text('line').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.size, t.witness] })],
)

/** The verifier key that the log is signed with: every instance has to have its signing key. */
export const logKey = pgTable('log_key', {
  verifierKey: text('verifier_key').primaryKey(),
  since: instant('since').notNull(),
})
