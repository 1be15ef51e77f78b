import { inArray, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { incident } from '@/db/schema'
import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { incidentsReached } from '../lineage/queries'
import type { UsesView } from '../merge-view'
import { readParty } from './queries'

export const SHOWN = 20

/** Every incident that this party stands in, or whose origins its articles are read for, in the order of ids. */
export async function incidentsOfParty(db: Reader, partyId: string): Promise<string[]> {
  const named = await db.execute<{ id: string }>(sql`
    select incident_id as id from incident_party where party_id = ${partyId} union
    select incident_id from side_party where party_id = ${partyId} union
    select c.incident_id from claim_claimant k join claim c on c.id = k.claim_id where k.party_id = ${partyId} union
    select incident_id from origin where party_id = ${partyId} union
    select v.incident_id from evidence_relay r join evidence v on v.id = r.evidence_id where r.party_id = ${partyId}`)
  const sources = await db.execute<{ id: string }>(sql`select id from source where outlet_id = ${partyId}`)
  const reached =
    sources.rows.length === 0
      ? []
      : await incidentsReached(
          db,
          sources.rows.map((row) => row.id),
        )
  return [...new Set([...named.rows.map((row) => row.id), ...reached])].toSorted()
}

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${one.replace('#', '')}${count} ${count === 1 ? many.replace(/s$/, '') : many}`]

export async function usesOfParty(db: Reader, partyId: string, ids: readonly string[]): Promise<UsesView> {
  const { rows } = await db.execute<
    Record<'parties' | 'sides' | 'claims' | 'origins' | 'relays' | 'sources', string>
  >(sql`
    select (select count(*) from incident_party where party_id = ${partyId}) as parties,
      (select count(*) from side_party where party_id = ${partyId}) as sides,
      (select count(*) from claim_claimant where party_id = ${partyId}) as claims,
      (select count(*) from origin where party_id = ${partyId}) as origins,
      (select count(*) from evidence_relay where party_id = ${partyId}) as relays,
      (select count(*) from source where outlet_id = ${partyId}) as sources`)
  const of = (key: keyof NonNullable<(typeof rows)[0]>) => Number(rows[0]?.[key] ?? 0)
  return {
    incidents: await titles(db, ids),
    incidentCount: ids.length,
    as: [
      ...counted(of('parties'), 'in the parties of ', 'incidents'),
      ...counted(of('sides'), 'in ', 'sides'),
      ...counted(of('claims'), 'claimant of ', 'claims'),
      ...counted(of('origins'), 'behind ', 'origins'),
      ...counted(of('relays'), 'relay of ', 'pieces of evidence'),
      ...counted(of('sources'), 'outlet of ', 'sources'),
    ],
  }
}

async function titles(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .select({ id: incident.id, title: incident.title })
    .from(incident)
    .where(inArray(incident.id, ids.slice(0, SHOWN)))
    .orderBy(incident.title, incident.id)
}

export const partyUses = query<{ id: string }, UsesView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const { id } = await readParty(db, actor, input.id)
  return usesOfParty(db, id, await incidentsOfParty(db, id))
})
