import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { incidentParty, incidentTag, party, place } from '@/db/schema'
import { badInput } from '../fault'

type Details = { placeId: string | null; partyIds: string[]; tags: string[] }

/** @throws BAD_REQUEST at the field that names a place or party there is none of. */
export async function demandKnown(tx: Tx, { placeId, partyIds }: Pick<Details, 'placeId' | 'partyIds'>) {
  if (placeId !== null) {
    const [found] = await tx.select({ id: place.id }).from(place).where(eq(place.id, placeId))
    if (!found) throw badInput([{ path: ['placeId'], message: 'There is no such place.' }])
  }
  await demandParties(tx, partyIds, ['partyIds'])
}

/** @throws BAD_REQUEST at `path` */
export async function demandParties(tx: Tx, partyIds: readonly string[], path: (string | number)[]) {
  if (partyIds.length === 0) return
  const found = await tx
    .select({ id: party.id })
    .from(party)
    .where(inArray(party.id, [...partyIds]))
  if (found.length < new Set(partyIds).size) throw badInput([{ path, message: 'There is no such party.' }])
}

/** Makes the incident's tags and parties these; says which of the two changed. */
export async function writeLists(tx: Tx, incidentId: string, { partyIds, tags }: Omit<Details, 'placeId'>) {
  const changed: string[] = []
  const oldTags = await tx.select().from(incidentTag).where(eq(incidentTag.incidentId, incidentId))
  const tagChange = difference(
    oldTags.map((row) => row.tag),
    tags,
  )
  if (tagChange.gone.length > 0)
    await tx
      .delete(incidentTag)
      .where(and(eq(incidentTag.incidentId, incidentId), inArray(incidentTag.tag, tagChange.gone)))
  if (tagChange.come.length > 0) await tx.insert(incidentTag).values(tagChange.come.map((tag) => ({ incidentId, tag })))
  if (tagChange.gone.length + tagChange.come.length > 0) changed.push('tags')

  const oldParties = await tx.select().from(incidentParty).where(eq(incidentParty.incidentId, incidentId))
  const partyChange = difference(
    oldParties.map((row) => row.partyId),
    partyIds,
  )
  if (partyChange.gone.length > 0)
    await tx
      .delete(incidentParty)
      .where(and(eq(incidentParty.incidentId, incidentId), inArray(incidentParty.partyId, partyChange.gone)))
  if (partyChange.come.length > 0)
    await tx.insert(incidentParty).values(partyChange.come.map((partyId) => ({ incidentId, partyId })))
  if (partyChange.gone.length + partyChange.come.length > 0) changed.push('parties')
  return changed
}

function difference(before: readonly string[], after: readonly string[]) {
  return {
    gone: before.filter((item) => !after.includes(item)),
    come: after.filter((item) => !before.includes(item)),
  }
}
