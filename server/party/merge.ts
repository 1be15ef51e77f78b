import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { incident, origin, party, partyAlias, source } from '@/db/schema'
import type { MergeInput } from '@/domain/input/name'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { again, conflict, demand, notFound } from '../fault'
import { lockLineage } from '../lineage/queries'
import { writeNameKeys } from '../name-keys'
import { joinedAliases, mergeVerdict } from './merge-effect'
import { readParty } from './queries'
import { incidentsOfParty } from './uses'
import type { PartyView } from './view'

/**
 * Makes two records of one party one: what refers to the first refers to the second from now on, and what that changes
 * goes stale by itself (rule 8). Merges take turns with each other and with changes of lineage, which decide how far
 * an outlet's articles reach; then the incidents, in the order of ids; then the two.
 */
export const mergeParty = command(async ({ tx, actor, input, now, record }: Scope<Actor, MergeInput>) => {
  await lockLineage(tx)
  const ids = await incidentsOfParty(tx, input.id)
  await lockAll(tx, ids)
  const rows = await tx
    .select()
    .from(party)
    .where(inArray(party.id, [input.id, input.intoId]))
    .orderBy(party.id)
    .for('update')
  if (rows.length < new Set([input.id, input.intoId]).size) throw notFound('party')
  demand(can(actor, 'party.merge'))
  const from = await readParty(tx, actor, input.id)
  const into = await readParty(tx, actor, input.intoId)
  const isMerged = rows.some((row) => row.mergedIntoId !== null)
  if (isMerged || from.version !== input.version || into.version !== input.intoVersion) throw conflict(into)
  // Somebody wrote it into one more incident before it was held.
  const since = await incidentsOfParty(tx, input.id)
  if (since.some((id) => !ids.includes(id))) throw again()
  demand(await mergeVerdict(tx, from, into, ids.length))
  await leadReferences(tx, from.id, into.id)
  await joinRecords(tx, from, into)
  if (ids.length > 0)
    await tx
      .update(incident)
      .set({ updatedAt: now, version: sql`${incident.version} + 1` })
      .where(inArray(incident.id, ids))
  const said = { subjectId: into.id, detail: { name: from.name, into: into.name } }
  await record('party.merged', said)
  for (const incidentId of ids) await record('party.merged', { ...said, incidentId })
  return readParty(tx, actor, into.id)
})

async function lockAll(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .select({ id: incident.id })
    .from(incident)
    .where(inArray(incident.id, [...ids]))
    .orderBy(incident.id)
    .for('no key update')
}

/** Lists that hold both hold the one that stays once. */
const LISTS = [
  ['incident_party', 'incident_id'],
  ['side_party', 'incident_id'],
  ['claim_claimant', 'claim_id'],
  ['evidence_relay', 'evidence_id'],
] as const

async function leadReferences(tx: Tx, id: string, intoId: string): Promise<void> {
  for (const [list, of] of LISTS) {
    const [table, column] = [sql.identifier(list), sql.identifier(of)]
    await tx.execute(sql`delete from ${table} a where a.party_id = ${id}
      and exists (select from ${table} b where b.${column} = a.${column} and b.party_id = ${intoId})`)
    await tx.execute(sql`update ${table} set party_id = ${intoId} where party_id = ${id}`)
  }
  await tx
    .update(origin)
    .set({ partyId: intoId, version: sql`${origin.version} + 1` })
    .where(eq(origin.partyId, id))
  await tx
    .update(source)
    .set({ outletId: intoId, version: sql`${source.version} + 1` })
    .where(eq(source.outletId, id))
}

async function joinRecords(tx: Tx, from: PartyView, into: PartyView): Promise<void> {
  const aliases = joinedAliases(from, into)
  await tx.delete(partyAlias).where(or(eq(partyAlias.partyId, from.id), eq(partyAlias.partyId, into.id)))
  if (aliases.length > 0)
    await tx
      .insert(partyAlias)
      .values(aliases.map((alias) => ({ id: crypto.randomUUID(), partyId: into.id, ...alias })))
  await writeNameKeys(tx, { partyId: from.id }, [])
  await writeNameKeys(tx, { partyId: into.id }, [into.name, ...aliases.map((alias) => alias.name)])
  // Higher than either was, so that whoever still holds the one that goes is told what it became.
  const version = Math.max(from.version, into.version) + 1
  const written = await tx
    .update(party)
    .set({ version, note: into.note === '' ? from.note : into.note })
    .where(and(eq(party.id, into.id), eq(party.version, into.version)))
    .returning({ id: party.id })
  if (written.length === 0) throw conflict(into)
  await tx
    .update(party)
    .set({ mergedIntoId: into.id, version })
    .where(or(eq(party.id, from.id), eq(party.mergedIntoId, from.id)))
}
