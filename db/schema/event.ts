import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { EVENT_KINDS } from '../../domain/event'
import { account } from './account'
import { id, instant, oneOf } from './column'
import { incident } from './incident'

/**
 * One line of the history. Append-only. The id is random and not counted, so that nobody can tell
 * from two ids how many sealed events lie between them (rule 4).
 */
export const event = pgTable(
  'event',
  {
    id: id(),
    at: instant('at').notNull(),
    kind: text('kind', { enum: EVENT_KINDS }).notNull(),
    /** Null: the program itself, or the machine's owner at the command line. */
    actorId: uuid('actor_id').references(() => account.id),
    incidentId: uuid('incident_id').references(() => incident.id),
    subjectId: uuid('subject_id').notNull(),
    fromState: text('from_state'),
    toState: text('to_state'),
    reason: text('reason'),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull(),
    /** Never shown by any query: a recast ballot (rule 4). */
    isSealed: boolean('is_sealed').notNull().default(false),
  },
  (t) => [
    oneOf('event_kind', t.kind, EVENT_KINDS),
    index('event_by_incident').on(t.incidentId, t.at, t.id),
    index('event_by_subject').on(t.subjectId, t.at, t.id),
    index('event_by_time').on(t.at, t.id),
    // An incident's history is short enough to be walked through; the team's grows with every party and place.
    index('event_of_team_by_kind')
      .on(t.kind, t.at, t.id)
      .where(sql`${t.incidentId} is null`),
    index('event_of_team_by_actor')
      .on(t.actorId, t.at, t.id)
      .where(sql`${t.incidentId} is null`),
  ],
)
