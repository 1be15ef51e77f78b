import { randomUUID } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { origin } from '@/db/schema'
import type { OriginFacts } from '@/domain/input/origin'
import { refused } from '@/domain/verdict'
import { badInput, refusal } from '../fault'
import { demandParty, isSourceOf } from '../source/queries'
import { MOST } from '../workspace/queries'

/** What an origin refers to must be there. @throws BAD_REQUEST at the field, under `path` */
export async function demandOriginFacts(tx: Tx, incidentId: string, facts: OriginFacts, path: string[] = []) {
  await demandParty(tx, facts.partyId, [...path, 'partyId'])
  if (facts.firstSourceId !== null && !(await isSourceOf(tx, incidentId, facts.firstSourceId)))
    throw badInput([{ path: [...path, 'firstSourceId'], message: 'There is no such source in this incident.' }])
}

/** A new origin of an incident that the caller has locked. Whoever calls it records the event. */
export async function insertOrigin(tx: Tx, incidentId: string, facts: OriginFacts, now: Date, path: string[] = []) {
  await demandOriginFacts(tx, incidentId, facts, path)
  const [held] = await tx.select({ origins: count() }).from(origin).where(eq(origin.incidentId, incidentId))
  if ((held?.origins ?? 0) >= MOST.origins)
    throw refusal(refused('incident.full', `An incident names at most ${MOST.origins} origins.`, 'Use one of those.'))
  const id = randomUUID()
  await tx.insert(origin).values({ id, incidentId, ...facts, createdAt: now })
  return id
}

/** An origin of this incident, locked; null where it has none such. */
export async function lockOrigin(tx: Tx, incidentId: string, id: string) {
  const [row] = await tx
    .select()
    .from(origin)
    .where(and(eq(origin.id, id), eq(origin.incidentId, incidentId)))
    .for('no key update')
  return row ?? null
}
