import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { account, intake, intakeList } from '@/db/schema'
import { can, canAnd, type Actor } from '@/domain/policy'
import { incidentIsOpen } from '@/domain/incident'
import { notFound } from '../fault'
import { fetchesSince } from './limits'
import type { TrayView } from './view'

/** Rows of the tray; `demandRoomForIntake` lets no more come. */
const MOST_ITEMS = 200
const MOST_LISTS = 20

export const itemColumns = {
  id: intake.id,
  version: intake.version,
  kind: intake.kind,
  state: intake.state,
  url: intake.url,
  fileName: intake.fileName,
  title: sql<string | null>`${intake.facts} -> 'title' ->> 'value'`,
  mediaType: intake.mediaType,
  forSourceId: intake.forSourceId,
  askedBy: account.name,
  askedAt: intake.askedAt,
  received: intake.received,
  total: intake.total,
  refusalCode: intake.refusalCode,
  refusal: intake.refusal,
}

/** Something that is taken in of this incident, locked. @throws NOT_FOUND */
export async function lockIntake(tx: Tx, incidentId: string, id: string) {
  const [row] = await tx
    .select()
    .from(intake)
    .where(and(eq(intake.id, id), eq(intake.incidentId, incidentId)))
    .for('no key update')
  if (row === undefined) throw notFound('page or file')
  return row
}

const inState = (...states: string[]) =>
  sql<number>`count(*) filter (where ${intake.state} in (${sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )}))::int`

/** Lists with what came of their lines, newest first. */
export function listsOf(reader: Reader, incidentId: string, listId?: string) {
  return reader
    .select({
      id: intakeList.id,
      name: intakeList.name,
      askedBy: account.name,
      askedAt: intakeList.askedAt,
      lines: count(intake.id),
      underWay: inState('waiting', 'reading', 'ready'),
      kept: inState('kept'),
      failed: inState('failed'),
      cancelled: inState('cancelled'),
    })
    .from(intakeList)
    .innerJoin(account, eq(account.id, intakeList.askedBy))
    .innerJoin(intake, eq(intake.listId, intakeList.id))
    .where(and(eq(intakeList.incidentId, incidentId), listId === undefined ? undefined : eq(intakeList.id, listId)))
    .groupBy(intakeList.id, account.name)
    .orderBy(desc(intakeList.askedAt), desc(intakeList.id))
    .limit(MOST_LISTS)
}

type Of = { id: string; state: Parameters<typeof incidentIsOpen>[0] }

/** What is being taken in of an incident, for whoever works on it. */
export async function trayOf(reader: Reader, actor: Actor, incident: Of, now: Date): Promise<TrayView> {
  const items = await reader
    .select(itemColumns)
    .from(intake)
    .innerJoin(account, eq(account.id, intake.askedBy))
    .where(
      and(
        eq(intake.incidentId, incident.id),
        isNull(intake.listId),
        // What reads a source again is shown at the source.
        eq(intake.isCheck, false),
        inArray(intake.state, ['waiting', 'reading', 'ready', 'failed']),
      ),
    )
    .orderBy(asc(intake.askedAt), asc(intake.id))
    .limit(MOST_ITEMS)
  const { own, team } = await fetchesSince(reader, actor.id, now)
  return {
    incidentId: incident.id,
    items,
    lists: await listsOf(reader, incident.id),
    fetches: { own, team },
    can: { ask: canAnd(actor, 'capture.create', can(actor, 'source.edit'), incidentIsOpen(incident.state)) },
  }
}

/** @throws NOT_FOUND */
export async function requireList(reader: Reader, incidentId: string, listId: string): Promise<void> {
  const [row] = await reader
    .select({ id: intakeList.id })
    .from(intakeList)
    .where(and(eq(intakeList.id, listId), eq(intakeList.incidentId, incidentId)))
  if (row === undefined) throw notFound('list')
}
