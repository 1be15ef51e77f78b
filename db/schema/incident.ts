import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { CLOSE_REASONS, INCIDENT_TYPES, RELATION_KINDS } from '../../domain/words'
import { INCIDENT_STATES } from '../../domain/workflow'
import { account } from './account'
import { id, instant, oneOf, version } from './column'
import { party } from './party'
import { place } from './place'

export const incident = pgTable(
  'incident',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    title: text('title').notNull(),
    type: text('type', { enum: INCIDENT_TYPES }).notNull(),
    /** EDTF; null where not known at all. */
    occurred: text('occurred'),
    placeId: uuid('place_id').references(() => place.id),
    state: text('state', { enum: INCIDENT_STATES }).notNull().default('open'),
    closeReason: text('close_reason', { enum: CLOSE_REASONS }),
    closeNote: text('close_note'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    version: version(),
  },
  (t) => [
    oneOf('incident_type', t.type, INCIDENT_TYPES),
    oneOf('incident_state', t.state, INCIDENT_STATES),
    oneOf('incident_close_reason', t.closeReason, CLOSE_REASONS),
    check('incident_closed', sql`(${t.state} = 'closed') = (${t.closeReason} is not null)`),
    index('incident_updated').on(t.updatedAt, t.id),
    index('incident_created').on(t.createdAt, t.id),
  ],
)

/** Every address an incident ever had; a retired one redirects. */
export const slug = pgTable(
  'slug',
  {
    slug: text('slug').primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    createdAt: instant('created_at').notNull(),
    retiredAt: instant('retired_at'),
  },
  (t) => [index('slug_incident').on(t.incidentId)],
)

const incidentId = () =>
  uuid('incident_id')
    .notNull()
    .references(() => incident.id)
const partyId = () =>
  uuid('party_id')
    .notNull()
    .references(() => party.id)

export const incidentParty = pgTable('incident_party', { incidentId: incidentId(), partyId: partyId() }, (t) => [
  primaryKey({ columns: [t.incidentId, t.partyId] }),
  index('incident_party_party').on(t.partyId),
])

export const incidentTag = pgTable('incident_tag', { incidentId: incidentId(), tag: text('tag').notNull() }, (t) => [
  primaryKey({ columns: [t.incidentId, t.tag] }),
  index('incident_tag_tag').on(t.tag),
])

export const incidentMember = pgTable(
  'incident_member',
  {
    incidentId: incidentId(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
  },
  (t) => [primaryKey({ columns: [t.incidentId, t.accountId] }), index('incident_member_account').on(t.accountId)],
)

export const incidentRelation = pgTable(
  'incident_relation',
  {
    incidentId: incidentId(),
    otherId: uuid('other_id')
      .notNull()
      .references(() => incident.id),
    kind: text('kind', { enum: RELATION_KINDS }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.incidentId, t.otherId, t.kind] }),
    oneOf('incident_relation_kind', t.kind, RELATION_KINDS),
    check('incident_relation_other', sql`${t.incidentId} <> ${t.otherId}`),
    index('incident_relation_other_id').on(t.otherId),
  ],
)

/** A named camp of an incident. */
export const side = pgTable('side', { id: id(), incidentId: incidentId(), name: text('name').notNull() }, (t) => [
  unique('side_incident').on(t.id, t.incidentId),
  unique('side_name').on(t.incidentId, t.name),
])

/** A party belongs to one side of an incident at most. */
export const sideParty = pgTable(
  'side_party',
  { incidentId: incidentId(), sideId: uuid('side_id').notNull(), partyId: partyId() },
  (t) => [
    primaryKey({ columns: [t.incidentId, t.partyId] }),
    foreignKey({ columns: [t.sideId, t.incidentId], foreignColumns: [side.id, side.incidentId] }),
    index('side_party_side').on(t.sideId),
  ],
)

/** A public, dated notice on a published account that it is being re-examined. */
export const notice = pgTable(
  'notice',
  {
    id: id(),
    incidentId: incidentId(),
    reason: text('reason').notNull(),
    begunBy: uuid('begun_by')
      .notNull()
      .references(() => account.id),
    begunAt: instant('begun_at').notNull(),
    liftedBy: uuid('lifted_by').references(() => account.id),
    liftedAt: instant('lifted_at'),
    liftReason: text('lift_reason'),
  },
  (t) => [
    uniqueIndex('notice_one_standing')
      .on(t.incidentId)
      .where(sql`${t.liftedAt} is null`),
    check('notice_lifted', sql`(${t.liftedAt} is null) = (${t.liftedBy} is null)`),
    index('notice_incident').on(t.incidentId, t.begunAt, t.id),
  ],
)
