import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { incident, place, placeName } from '@/db/schema'
import type { MergeInput } from '@/domain/input/name'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { again, conflict, demand, notFound } from '../fault'
import { writeNameKeys } from '../name-keys'
import { writeNames } from './create'
import { readPlace } from './queries'
import { incidentsAt, joinedNames, placeMergeVerdict } from './uses'
import type { PlaceView } from './view'

/** Makes two records of one place one. The incidents are locked in the order of ids, and then the two. */
export const mergePlace = command(async ({ tx, actor, input, now, record }: Scope<Actor, MergeInput>) => {
  const ids = await lockedAt(tx, input.id)
  const rows = await tx
    .select()
    .from(place)
    .where(inArray(place.id, [input.id, input.intoId]))
    .orderBy(place.id)
    .for('update')
  if (rows.length < new Set([input.id, input.intoId]).size) throw notFound('place')
  demand(can(actor, 'place.merge'))
  const from = await readPlace(tx, actor, input.id)
  const into = await readPlace(tx, actor, input.intoId)
  const isMerged = rows.some((row) => row.mergedIntoId !== null)
  if (isMerged || from.version !== input.version || into.version !== input.intoVersion) throw conflict(into)
  if ((await incidentsAt(tx, from.id)).some(({ id }) => !ids.includes(id))) throw again()
  demand(placeMergeVerdict(from, into, ids.length))
  if (ids.length > 0)
    await tx
      .update(incident)
      .set({ placeId: into.id, updatedAt: now, version: sql`${incident.version} + 1` })
      .where(inArray(incident.id, ids))
  await joinRecords(tx, from, into)
  const said = { subjectId: into.id, detail: { name: from.name, into: into.name } }
  await record('place.merged', said)
  for (const incidentId of ids) await record('place.merged', { ...said, incidentId })
  return readPlace(tx, actor, into.id)
})

async function lockedAt(tx: Tx, placeId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: incident.id })
    .from(incident)
    .where(eq(incident.placeId, placeId))
    .orderBy(incident.id)
    .for('no key update')
  return rows.map((row) => row.id)
}

async function joinRecords(tx: Tx, from: PlaceView, into: PlaceView): Promise<void> {
  await tx.delete(placeName).where(or(eq(placeName.placeId, from.id), eq(placeName.placeId, into.id)))
  await writeNameKeys(tx, { placeId: from.id }, [])
  await writeNames(tx, into.id, joinedNames(from, into))
  // Higher than either was, so that whoever still holds the one that goes is told what it became.
  const version = Math.max(from.version, into.version) + 1
  const { latitude, longitude, precision } = into.latitude === null ? from : into
  const point = latitude === null ? {} : { latitude, longitude, precision }
  // The entry of the gazetteer goes along, unless the one that stays has one; both then lead to it.
  const geonamesId = into.geonamesId ?? from.geonamesId
  if (into.geonamesId === null && geonamesId !== null)
    await tx.update(place).set({ geonamesId: null }).where(eq(place.id, from.id))
  const written = await tx
    .update(place)
    .set({ version, geonamesId, ...point })
    .where(and(eq(place.id, into.id), eq(place.version, into.version)))
    .returning({ id: place.id })
  if (written.length === 0) throw conflict(into)
  await tx
    .update(place)
    .set({ mergedIntoId: into.id, version })
    .where(or(eq(place.id, from.id), eq(place.mergedIntoId, from.id)))
}
