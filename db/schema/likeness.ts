import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, real, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { HINT_STATES } from '../../domain/words'
import { account } from './account'
import { id, instant, oneOf, version } from './column'
import { capture, source } from './source'

/**
 * A capture whose prints are in the index, so that it is found by what another text shares with it. Made anew from the
 * captures; a redaction takes it out.
 */
export const likeness = pgTable(
  'likeness',
  {
    captureId: uuid('capture_id')
      .primaryKey()
      .references(() => capture.id),
    /** Counts captures in the order in which they came: four bytes in each row of the index, where an id takes sixteen. */
    number: integer('number').notNull().unique('likeness_number').generatedAlwaysAsIdentity(),
    /** Version of how prints are made. */
    printVersion: integer('print_version').notNull(),
    /** Hashes of what stands in the text (domain/likeness/print.ts), to take them out by. */
    prints: integer('prints').array().notNull(),
  },
  // Those of an older version, without reading all there are.
  (t) => [index('likeness_version').on(t.printVersion)],
)

/** One print of one capture. Looked up by the print, a bounded number of rows each, in the key alone. */
export const likenessPrint = pgTable(
  'likeness_print',
  { print: integer('print').notNull(), number: integer('number').notNull() },
  (t) => [primaryKey({ columns: [t.print, t.number] })],
)

/** The same direct quotations in two sources that are otherwise written apart: they may share an origin. Joins nothing. */
export const originHint = pgTable(
  'origin_hint',
  {
    id: id(),
    /** The lesser id first. */
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    otherId: uuid('other_id')
      .notNull()
      .references(() => source.id),
    state: text('state', { enum: HINT_STATES }).notNull(),
    /** What it rests on, in words; nothing of either text. */
    reason: text('reason').notNull(),
    strength: real('strength').notNull(),
    /** The captures that were compared. */
    basis: jsonb('basis').$type<{ captureId: string; otherCaptureId: string }>().notNull(),
    drawnAt: instant('drawn_at').notNull(),
    decidedBy: uuid('decided_by').references(() => account.id),
    decidedAt: instant('decided_at'),
    version: version(),
  },
  (t) => [
    oneOf('origin_hint_state', t.state, HINT_STATES),
    check('origin_hint_order', sql`${t.sourceId} < ${t.otherId}`),
    uniqueIndex('origin_hint_pair').on(t.sourceId, t.otherId),
    index('origin_hint_other').on(t.otherId),
  ],
)
