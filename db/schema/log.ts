import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './column'
import { publication, redaction, rendition } from './revision'

/**
 * The publication log: a leaf for each publication, for each redaction of it and each translation, in the order of their commits.
 * Triggers append it in the transaction of what it tells of (docs/decisions/0037); the program only reads it.
 */
export const logLeaf = pgTable(
  'log_leaf',
  {
    /** From 0, without a gap. */
    index: integer('index').primaryKey(),
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publication.id),
    /** Null for the publication's own leaf. */
    redactionId: uuid('redaction_id').references(() => redaction.id),
    /** Of a translation, or of the notice that takes one back; `publicationId` is then the publication it is of. */
    renditionId: uuid('rendition_id').references(() => rendition.id),
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
