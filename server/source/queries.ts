import { and, count, eq } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { incidentSource, party, source } from '@/db/schema'
import { badInput, notFound, refusal } from '../fault'
import { refused } from '@/domain/verdict'
import { MOST } from '../workspace/queries'

/** A source as one of this incident's. @throws NOT_FOUND, alike for one that is another incident's or nobody's. */
async function requireSource(reader: Reader, incidentId: string, sourceId: string) {
  const [row] = await reader
    .select({ source })
    .from(incidentSource)
    .innerJoin(source, eq(source.id, incidentSource.sourceId))
    .where(and(eq(incidentSource.incidentId, incidentId), eq(incidentSource.sourceId, sourceId)))
  if (row === undefined) throw notFound('source')
  return row.source
}

/** The same, locked for a change. */
export async function lockSource(tx: Tx, incidentId: string, sourceId: string) {
  await requireSource(tx, incidentId, sourceId)
  const [row] = await tx.select().from(source).where(eq(source.id, sourceId)).for('no key update')
  if (row === undefined) throw notFound('source')
  return row
}

export async function isSourceOf(reader: Reader, incidentId: string, sourceId: string): Promise<boolean> {
  const [row] = await reader
    .select({ sourceId: incidentSource.sourceId })
    .from(incidentSource)
    .where(and(eq(incidentSource.incidentId, incidentId), eq(incidentSource.sourceId, sourceId)))
  return row !== undefined
}

/** @throws PRECONDITION_FAILED where the incident would hold more than it may. Lock the incident before. */
export async function demandRoomForSource(tx: Tx, incidentId: string, wanted = 1): Promise<void> {
  const [row] = await tx.select({ held: count() }).from(incidentSource).where(eq(incidentSource.incidentId, incidentId))
  const held = row?.held ?? 0
  if (held + wanted > MOST.sources)
    throw refusal(
      refused(
        'incident.full',
        `An incident holds at most ${MOST.sources.toLocaleString('en')} sources, and this one has ${held.toLocaleString('en')}.`,
        'Divide it into incidents that are part of a series.',
      ),
    )
}

/** @throws BAD_REQUEST at the field */
export async function demandParty(reader: Reader, id: string | null, field: (string | number)[]): Promise<void> {
  if (id === null) return
  const [row] = await reader.select({ id: party.id }).from(party).where(eq(party.id, id))
  if (row === undefined) throw badInput([{ path: field, message: 'There is no such party.' }])
}
