import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { incident } from '@/db/schema'
import { statement } from '@/db/statement'
import { incidentIsOpen } from '@/domain/incident'
import { conflict, demand, notFound } from '../fault'

export type IncidentRow = typeof incident.$inferSelect

type Strength = 'no key update' | 'share'

const lockOf = (name: string, strength: Strength) =>
  statement(name, ['id'], (db, { id }) => db.select().from(incident).where(eq(incident.id, id)).for(strength))

const LOCKS = {
  'no key update': lockOf('lock_incident', 'no key update'),
  share: lockOf('lock_incident_shared', 'share'),
} as const

/**
 * The incident's row, locked before anything narrower. `share` is for ballots alone: they run beside each other, and
 * what changes the evidence or reveals waits for them. @throws NOT_FOUND
 */
export async function lockIncident(tx: Tx, id: string, strength: Strength = 'no key update'): Promise<IncidentRow> {
  const [row] = await LOCKS[strength](tx, { id })
  if (!row) throw notFound('incident')
  return row
}

/** What most commands on an incident's parts demand of it. */
export function demandOpen(row: Pick<IncidentRow, 'state'>): void {
  demand(incidentIsOpen(row.state))
}

/** @throws CONFLICT with what there is now, where somebody else was faster. */
export async function demandVersion(
  row: { version: number },
  version: number,
  current: () => Promise<unknown>,
): Promise<void> {
  if (row.version !== version) throw conflict(await current())
}

type Facts = Partial<Omit<typeof incident.$inferInsert, 'id' | 'version'>>

/** The next version of an incident. @throws CONFLICT where it is not this one any more */
export async function writeIncident(tx: Tx, { id, version }: IncidentRow, facts: Facts): Promise<void> {
  const written = await tx
    .update(incident)
    .set({ ...facts, version: version + 1 })
    .where(and(eq(incident.id, id), eq(incident.version, version)))
    .returning({ id: incident.id })
  if (written.length === 0) throw conflict()
}
