import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { QUESTION_KINDS } from '../../domain/words'
import { id, instant, oneOf, version, withdrawal } from './column'
import { incident } from './incident'
import { party } from './party'
import { source } from './source'

export const question = pgTable(
  'question',
  {
    id: id(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    kind: text('kind', { enum: QUESTION_KINDS }).notNull(),
    text: text('text').notNull(),
    position: integer('position').notNull(),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [
    oneOf('question_kind', t.kind, QUESTION_KINDS),
    unique('question_incident').on(t.id, t.incidentId),
    index('question_by_incident').on(t.incidentId, t.position, t.id),
  ],
)

export const claim = pgTable(
  'claim',
  {
    id: id(),
    incidentId: uuid('incident_id').notNull(),
    questionId: uuid('question_id').notNull(),
    text: text('text').notNull(),
    isCentral: boolean('is_central').notNull().default(false),
    /** Where it first appeared: a source, and when (EDTF), each where known. */
    firstSourceId: uuid('first_source_id').references(() => source.id),
    firstAppeared: text('first_appeared'),
    createdAt: instant('created_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
    version: version(),
  },
  (t) => [
    foreignKey({ columns: [t.questionId, t.incidentId], foreignColumns: [question.id, question.incidentId] }),
    withdrawal('claim_withdrawn', t),
    unique('claim_incident').on(t.id, t.incidentId),
    uniqueIndex('claim_one_central')
      .on(t.incidentId)
      .where(sql`${t.isCentral}`),
    index('claim_by_incident').on(t.incidentId, t.createdAt, t.id),
    index('claim_by_question').on(t.questionId),
  ],
)

export const claimClaimant = pgTable(
  'claim_claimant',
  {
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claim.id),
    partyId: uuid('party_id')
      .notNull()
      .references(() => party.id),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.partyId] }), index('claim_claimant_party').on(t.partyId)],
)
