import { and, count, eq, gt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { event, intake } from '@/db/schema'
import { mayFetch, MOST_UNFINISHED } from '@/domain/intake'
import { refused } from '@/domain/verdict'
import { demand, refusal } from '../fault'

const HOUR = 3_600_000

/** How many pages were asked for in the last hour, and in how many minutes the oldest of those is an hour old. */
export async function fetchesSince(reader: Reader, actorId: string, now: Date) {
  const since = new Date(now.getTime() - HOUR)
  const own = (of: unknown) => sql<number>`count(*) filter (where ${of} = ${actorId})::int`
  const [asked] = await reader
    .select({
      team: count(),
      own: own(intake.askedBy),
      oldest: sql<Date | null>`min(${intake.askedAt})`.mapWith(intake.askedAt),
    })
    .from(intake)
    .where(and(eq(intake.kind, 'url'), gt(intake.askedAt, since)))
  const [again] = await reader
    .select({ team: count(), own: own(event.actorId) })
    .from(event)
    .where(and(eq(event.kind, 'intake.retried'), gt(event.at, since)))
  const left = (asked?.oldest ?? now).getTime() + HOUR - now.getTime()
  return {
    own: (asked?.own ?? 0) + (again?.own ?? 0),
    team: (asked?.team ?? 0) + (again?.team ?? 0),
    minutes: Math.max(1, Math.ceil(left / 60_000)),
  }
}

/** Those who ask at the same time take turns, so that together they do not go over. @throws PRECONDITION_FAILED */
export async function demandFetches(tx: Tx, actorId: string, now: Date, wanted = 1): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('assay.fetches', 0))`)
  demand(mayFetch({ ...(await fetchesSince(tx, actorId, now)), wanted }))
}

/** @throws PRECONDITION_FAILED once too much lies about. Lock the incident before. */
export async function demandRoomForIntake(tx: Tx, incidentId: string): Promise<void> {
  const [row] = await tx
    .select({ n: count() })
    .from(intake)
    .where(
      and(
        eq(intake.incidentId, incidentId),
        sql`${intake.listId} is null and not ${intake.isCheck} and ${intake.state} in ('waiting', 'reading', 'ready', 'failed')`,
      ),
    )
  if ((row?.n ?? 0) >= MOST_UNFINISHED)
    throw refusal(
      refused(
        'intake.full',
        `${MOST_UNFINISHED} things are being taken in here already.`,
        'Keep or discard some of them first.',
      ),
    )
}
