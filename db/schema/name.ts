import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { account } from './account'
import { id, instant } from './column'
import { party } from './party'
import { place } from './place'

/**
 * What each name of a party or a place is found by in any spelling (domain/name-key.ts). Worked out from the names,
 * and made anew where they change or the way of working them out does. Two more indexes, for spellings alike, are
 * in the migrations: they need an extension that one's own server may not have.
 */
export const nameKey = pgTable(
  'name_key',
  {
    id: id(),
    partyId: uuid('party_id').references(() => party.id),
    placeId: uuid('place_id').references(() => place.id),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    key: text('key').notNull(),
    core: text('core').notNull(),
    bones: text('bones').notNull(),
    /** Of the way in which the keys were worked out. */
    made: integer('made').notNull(),
  },
  (t) => [
    check('name_key_of', sql`(${t.partyId} is null) <> (${t.placeId} is null)`),
    index('name_key_party').on(t.partyId),
    index('name_key_place').on(t.placeId),
    index('name_key_folded').on(t.folded.op('text_pattern_ops')),
    index('name_key_key').on(t.key.op('text_pattern_ops')),
    index('name_key_core').on(t.core),
    index('name_key_bones').on(t.bones),
  ],
)

/** Two parties, or two places, that somebody found not to be one: never suggested again. The smaller id first. */
export const toldApart = pgTable(
  'told_apart',
  {
    id: id(),
    oneId: uuid('one_id').notNull(),
    otherId: uuid('other_id').notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => account.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    uniqueIndex('told_apart_once').on(t.oneId, t.otherId),
    check('told_apart_order', sql`${t.oneId} < ${t.otherId}`),
  ],
)
