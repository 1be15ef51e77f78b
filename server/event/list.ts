import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { z } from 'zod'
import { account, event, incident } from '@/db/schema'
import type { EventDetails, EventKind } from '@/domain/event'
import { eventWords } from '@/domain/event-words'
import type { listEventsInput } from '@/domain/input/event'
import { can } from '@/domain/policy'
import { query } from '../command'
import { cursorOf, readCursor } from '../cursor'
import { demand, notFound } from '../fault'
import type { EventListView } from './view'

/** The history of one incident in plain words, newest first. Sealed events are not read at all (rule 4). */
export const listEvents = query<z.output<typeof listEventsInput>, EventListView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const [known] = await db.select({ id: incident.id }).from(incident).where(eq(incident.id, input.incidentId))
  if (!known) throw notFound('incident')
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
        eq(event.incidentId, known.id),
        eq(event.isSealed, false),
        after ? or(lt(event.at, after.at), and(eq(event.at, after.at), lt(event.id, after.id))) : undefined,
      ),
    )
    .orderBy(desc(event.at), desc(event.id))
    .limit(input.limit + 1)
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    items: page.map(({ detail, from, to, ...row }) => ({
      ...row,
      words: eventWords(row.kind, detail as EventDetails[EventKind], { from, to, reason: row.reason }),
    })),
    nextCursor: rows.length > input.limit && last ? cursorOf(last) : null,
  }
})
