import { and, desc, eq, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db } from '@/db/client'
import { account, event, incident } from '@/db/schema'
import type { EventDetails, EventKind } from '@/domain/event'
import { kindsIn } from '@/domain/event-group'
import { eventWords } from '@/domain/event-words'
import { PROGRAM, type EventFilters, type listEventsInput } from '@/domain/input/event'
import { can, type Actor } from '@/domain/policy'
import { query } from '../command'
import { cursorOf, readCursor } from '../cursor'
import { demand, notFound } from '../fault'
import type { EventListView } from './view'

/** What people do with their own accounts, and links to come in by: for those who look after accounts. */
const OF_ACCOUNTS: EventKind[] = [
  'account.password-changed',
  'session.ended',
  'invitation.created',
  'invitation.revoked',
  'reset.created',
]

/** Which lines there are to read, and the title of the incident that they are of. @throws NOT_FOUND */
async function scopeOf(db: Db, actor: Actor, incidentId: string | null) {
  if (incidentId === null) {
    const seesAccounts = can(actor, 'account.invite').allowed
    const kinds = seesAccounts ? undefined : notInArray(event.kind, OF_ACCOUNTS)
    return { title: null, condition: and(isNull(event.incidentId), kinds) }
  }
  const [known] = await db.select({ title: incident.title }).from(incident).where(eq(incident.id, incidentId))
  if (!known) throw notFound('incident')
  return { title: known.title, condition: eq(event.incidentId, incidentId) }
}

/** Narrows what is there to be read, and never widens it: what is sealed is left out beside these (rule 4). */
function narrowedTo({ group, person, from, to }: EventFilters) {
  return and(
    group ? inArray(event.kind, kindsIn(group)) : undefined,
    person === PROGRAM ? isNull(event.actorId) : person ? eq(event.actorId, person) : undefined,
    from ? sql`${event.at} >= ${from}::date::timestamp at time zone 'UTC'` : undefined,
    to ? sql`${event.at} < (${to}::date + 1)::timestamp at time zone 'UTC'` : undefined,
  )
}

/** The history of one incident, or of the team, in plain words, newest first. Sealed events are not read at all (rule 4). */
export const listEvents = query<z.output<typeof listEventsInput>, EventListView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const { title, condition } = await scopeOf(db, actor, input.incidentId)
  const after = readCursor(input.cursor)
  const rows = await db
    .select({
      id: event.id,
      at: event.at,
      kind: event.kind,
      actor: account.name,
      from: event.fromState,
      to: event.toState,
      reason: event.reason,
      detail: event.detail,
    })
    .from(event)
    .leftJoin(account, eq(account.id, event.actorId))
    .where(
      and(
        condition,
        narrowedTo(input),
        eq(event.isSealed, false),
        after ? or(lt(event.at, after.at), and(eq(event.at, after.at), lt(event.id, after.id))) : undefined,
      ),
    )
    .orderBy(desc(event.at), desc(event.id))
    .limit(input.limit + 1)
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    title,
    items: page.map(({ detail, from, to, ...row }) => ({
      ...row,
      words: eventWords(row.kind, detail as EventDetails[EventKind], { from, to, reason: row.reason }),
    })),
    nextCursor: rows.length > input.limit && last ? cursorOf(last) : null,
  }
})
