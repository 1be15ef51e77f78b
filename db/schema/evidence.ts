import { sql } from 'drizzle-orm'
import {
  check,
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
import { ORIGIN_MODES, STANCES, TRANSLATION_METHODS } from '../../domain/words'
import { account } from './account'
import { claim } from './claim'
import { id, instant, oneOf, version, withdrawal } from './column'
import { incident } from './incident'
import { party } from './party'
import { capture, source } from './source'

/** An exact passage of a capture. Offsets in Unicode code points, end exclusive. Only withdrawal ever changes it. */
export const excerpt = pgTable(
  'excerpt',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    exact: text('exact').notNull(),
    prefix: text('prefix').notNull(),
    suffix: text('suffix').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
    withdrawnBy: uuid('withdrawn_by').references(() => account.id),
  },
  (t) => [
    check('excerpt_range', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    withdrawal('excerpt_withdrawn', t),
    index('excerpt_capture').on(t.captureId),
  ],
)

/** Translations of an excerpt; the newest is in force. */
export const translation = pgTable(
  'translation',
  {
    id: id(),
    excerptId: uuid('excerpt_id')
      .notNull()
      .references(() => excerpt.id),
    text: text('text').notNull(),
    language: text('language').notNull(),
    method: text('method', { enum: TRANSLATION_METHODS }).notNull(),
    /** The machine or the publisher; never an editor. */
    translator: text('translator'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    oneOf('translation_method', t.method, TRANSLATION_METHODS),
    check('translation_translator', sql`${t.method} <> 'desk' or ${t.translator} is null`),
    index('translation_excerpt').on(t.excerptId, t.createdAt, t.id),
  ],
)

/** Where the information first comes from, as named in one incident. */
export const origin = pgTable(
  'origin',
  {
    id: id(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    partyId: uuid('party_id').references(() => party.id),
    /** "video on the group's channel", "own reporter at the scene". */
    channel: text('channel').notNull(),
    mode: text('mode', { enum: ORIGIN_MODES }).notNull(),
    /** EDTF. */
    dated: text('dated'),
    /** The source that first carried it, where known. */
    firstSourceId: uuid('first_source_id').references(() => source.id),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [
    oneOf('origin_mode', t.mode, ORIGIN_MODES),
    unique('origin_incident').on(t.id, t.incidentId),
    index('origin_by_incident').on(t.incidentId),
  ],
)

/** An excerpt bearing on a claim (with a stance), or on the incident as background (with neither). */
export const evidence = pgTable(
  'evidence',
  {
    id: id(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    excerptId: uuid('excerpt_id')
      .notNull()
      .references(() => excerpt.id),
    claimId: uuid('claim_id'),
    stance: text('stance', { enum: STANCES }),
    /** Null: the origin is unknown. */
    originId: uuid('origin_id'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
    withdrawnBy: uuid('withdrawn_by').references(() => account.id),
    version: version(),
  },
  (t) => [
    oneOf('evidence_stance', t.stance, STANCES),
    check('evidence_bearing', sql`(${t.claimId} is null) = (${t.stance} is null)`),
    withdrawal('evidence_withdrawn', t),
    foreignKey({ columns: [t.claimId, t.incidentId], foreignColumns: [claim.id, claim.incidentId] }),
    foreignKey({ columns: [t.originId, t.incidentId], foreignColumns: [origin.id, origin.incidentId] }),
    uniqueIndex('evidence_once')
      .on(t.excerptId, t.claimId)
      .where(sql`${t.withdrawnAt} is null`),
    uniqueIndex('evidence_background_once')
      .on(t.incidentId, t.excerptId)
      .where(sql`${t.claimId} is null and ${t.withdrawnAt} is null`),
    index('evidence_by_incident').on(t.incidentId, t.createdAt, t.id),
    index('evidence_by_claim').on(t.claimId),
    index('evidence_by_excerpt').on(t.excerptId),
    index('evidence_by_origin').on(t.originId),
  ],
)

/** Parties through which it passed, from the origin's side to the source's. */
export const evidenceRelay = pgTable(
  'evidence_relay',
  {
    evidenceId: uuid('evidence_id')
      .notNull()
      .references(() => evidence.id),
    position: integer('position').notNull(),
    partyId: uuid('party_id')
      .notNull()
      .references(() => party.id),
  },
  (t) => [primaryKey({ columns: [t.evidenceId, t.position] }), index('evidence_relay_party').on(t.partyId)],
)
