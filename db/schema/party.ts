import { index, pgTable, text, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { GRADES } from '../../domain/levels'
import { PARTY_KINDS } from '../../domain/words'
import { account } from './account'
import { id, instant, oneOf, version } from './column'

export const party = pgTable(
  'party',
  {
    id: id(),
    kind: text('kind', { enum: PARTY_KINDS }).notNull(),
    name: text('name').notNull(),
    /** What a reader should know of it, in a sentence. */
    note: text('note').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    /** The party that this one turned out to be. What refers to this id is led there, by the database too. */
    mergedIntoId: uuid('merged_into_id').references((): AnyPgColumn => party.id),
    version: version(),
  },
  (t) => [
    oneOf('party_kind', t.kind, PARTY_KINDS),
    index('party_name').on(t.name, t.id),
    index('party_merged').on(t.mergedIntoId),
  ],
)

export const partyAlias = pgTable(
  'party_alias',
  {
    id: id(),
    partyId: uuid('party_id')
      .notNull()
      .references(() => party.id),
    name: text('name').notNull(),
    /** BCP 47, with the script where it matters (`uk`, `ru-Latn`). */
    language: text('language'),
  },
  (t) => [index('party_alias_party').on(t.partyId)],
)

/** Grades of an outlet's reliability, each with its reason; the newest is in force. Append-only. */
export const outletGrade = pgTable(
  'outlet_grade',
  {
    id: id(),
    partyId: uuid('party_id')
      .notNull()
      .references(() => party.id),
    grade: text('grade', { enum: GRADES }).notNull(),
    reason: text('reason').notNull(),
    gradedBy: uuid('graded_by')
      .notNull()
      .references(() => account.id),
    gradedAt: instant('graded_at').notNull(),
  },
  (t) => [oneOf('outlet_grade_grade', t.grade, GRADES), index('outlet_grade_party').on(t.partyId, t.gradedAt, t.id)],
)
