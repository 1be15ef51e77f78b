import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { LEVELS, type Level } from '../../domain/levels'
import { ROUND_STATES } from '../../domain/workflow'
import { account } from './account'
import { claim } from './claim'
import { id, instant, oneOf } from './column'

export const round = pgTable(
  'round',
  {
    id: id(),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claim.id),
    number: integer('number').notNull(),
    state: text('state', { enum: ROUND_STATES }).notNull(),
    quorum: integer('quorum').notNull(),
    /** SHA-256 of what the votes of this round are about (rule 8). */
    fingerprint: text('fingerprint').notNull(),
    /** Why it was opened again on the same evidence. */
    reason: text('reason'),
    openedBy: uuid('opened_by')
      .notNull()
      .references(() => account.id),
    openedAt: instant('opened_at').notNull(),
    revealedBy: uuid('revealed_by').references(() => account.id),
    revealedAt: instant('revealed_at'),
    supersededAt: instant('superseded_at'),
  },
  (t) => [
    oneOf('round_state', t.state, ROUND_STATES),
    check('round_quorum', sql`${t.quorum} >= 2`),
    uniqueIndex('round_number').on(t.claimId, t.number),
    uniqueIndex('round_one_open')
      .on(t.claimId)
      .where(sql`${t.state} = 'open'`),
    uniqueIndex('round_one_revealed')
      .on(t.claimId)
      .where(sql`${t.state} = 'revealed'`),
  ],
)

/** One editor's level in one round, or a recusal. Sealed while the round is open: read only through server/ballot. */
export const ballot = pgTable(
  'ballot',
  {
    id: id(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    level: text('level', { enum: LEVELS }),
    reason: text('reason').notNull().default(''),
    isReasonPublic: boolean('is_reason_public').notNull().default(false),
    isRecusal: boolean('is_recusal').notNull().default(false),
    /** When it was first cast; a recast leaves it, for that one recast is nobody's to see. */
    castAt: instant('cast_at').notNull(),
  },
  (t) => [
    oneOf('ballot_level', t.level, LEVELS),
    check('ballot_recusal', sql`${t.isRecusal} = (${t.level} is null)`),
    check(
      'ballot_reason',
      sql`coalesce(${t.level} in ('probable', 'possible', 'doubtful'), false) or length(trim(${t.reason})) > 0`,
    ),
    uniqueIndex('ballot_one').on(t.roundId, t.accountId),
    index('ballot_account').on(t.accountId),
  ],
)

export type FindingReason = { level: Level; reason: string; isReasonPublic: boolean }

/** What a revealed round concluded. */
export const finding = pgTable(
  'finding',
  {
    roundId: uuid('round_id')
      .primaryKey()
      .references(() => round.id),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claim.id),
    level: text('level', { enum: LEVELS }).notNull(),
    /** Steps, 0–4; null where no rated level was cast. */
    spread: integer('spread'),
    distribution: jsonb('distribution').$type<Record<Level, number>>().notNull(),
    /** Reasons of the ballots that counted, unnamed, in the scale's order; fixed here, so that no later suspension shows whose is whose. */
    reasons: jsonb('reasons').$type<FindingReason[]>().notNull(),
    concludedAt: instant('concluded_at').notNull(),
  },
  (t) => [
    oneOf('finding_level', t.level, LEVELS),
    check('finding_spread', sql`${t.spread} between 0 and 4`),
    index('finding_claim').on(t.claimId),
  ],
)
