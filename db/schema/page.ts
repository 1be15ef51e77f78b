import { sql } from 'drizzle-orm'
import { bigint, check, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './column'

/** How often what readers see has changed: one row, counted up by triggers in the transaction of the change. */
export const publicRecord = pgTable(
  'public_record',
  {
    id: integer('id').primaryKey().default(1),
    number: bigint('number', { mode: 'number' }).notNull().default(0),
    /** Another with each change, and so another too where a copy that was set back is changed otherwise to the same number. */
    state: uuid('state').notNull().defaultRandom(),
    /** Another with each redaction: no page of before it may be kept. */
    erasure: uuid('erasure').notNull().defaultRandom(),
  },
  (t) => [check('public_record_single', sql`${t.id} = 1`)],
)

/** An instance that serves stored pages, and until when it may do so without asking (docs/decisions/0038). */
export const pageInstance = pgTable('page_instance', {
  id: uuid('id').primaryKey(),
  /** The number of the public record whose pages it serves. */
  seen: bigint('seen', { mode: 'number' }).notNull(),
  /** By the database's clock. */
  leaseUntil: timestamp('lease_until', { withTimezone: true, mode: 'date' }).notNull(),
})

/**
 * What pages look like: stylesheets and fonts of every build that readers may still have pages of, by an address that holds
 * their hash (docs/decisions/0056). Old ones are forgotten when a build is started.
 */
export const buildFile = pgTable('build_file', {
  address: text('address').primaryKey(),
  /** Of its bytes, in hex. */
  sha256: text('sha256').notNull(),
  contentType: text('content_type').notNull(),
  bytes: bytea('bytes').notNull(),
  /** When a build that has it was last started. */
  startedAt: timestamp('started_at', { withTimezone: true, mode: 'date' }).notNull(),
})
