import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { ALIASES_MOST } from '@/domain/input/party'
import type { MergeEffectInput } from '@/domain/input/name'
import { canMerge, originInputMerged } from '@/domain/merge'
import { independentOrigins } from '@/domain/origin'
import { can, canAnd, type Actor } from '@/domain/policy'
import type { Verdict } from '@/domain/verdict'
import { query } from '../command'
import { demand } from '../fault'
import type { MergeEffectView } from '../merge-view'
import { claimStates, requirePicture } from '../workspace/queries'
import { readParty } from './queries'
import { incidentsOfParty, SHOWN, usesOfParty } from './uses'
import type { PartyView } from './view'

/** The names that the party which stays has afterwards beside its own. */
export function joinedAliases(from: PartyView, into: PartyView): PartyView['aliases'] {
  const known = new Set([into.name, ...into.aliases.map((alias) => alias.name)])
  const more = [{ name: from.name, language: null }, ...from.aliases].filter(({ name }) => {
    const isNew = !known.has(name)
    known.add(name)
    return isNew
  })
  return [...into.aliases, ...more]
}

export async function mergeVerdict(db: Reader, from: PartyView, into: PartyView, incidents: number): Promise<Verdict> {
  const { rows } = await db.execute<{ title: string; side: string; intoSide: string }>(sql`
    select i.title, s.name as side, t.name as "intoSide" from side_party a
    join side_party b on b.incident_id = a.incident_id and b.side_id <> a.side_id
    join incident i on i.id = a.incident_id join side s on s.id = a.side_id join side t on t.id = b.side_id
    where a.party_id = ${from.id} and b.party_id = ${into.id} order by i.id limit 1`)
  return canMerge({
    isItself: from.id === into.id,
    incidents,
    names: joinedAliases(from, into).length,
    namesMost: ALIASES_MOST,
    opposed: rows,
  })
}

/** Before a party is merged into another: where it stands, and what independent origins become. */
export const partyMergeEffect = query<MergeEffectInput, MergeEffectView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const from = await readParty(db, actor, input.id)
  const into = await readParty(db, actor, input.intoId)
  const ids = await incidentsOfParty(db, from.id)
  return {
    verdict: canAnd(actor, 'party.merge', await mergeVerdict(db, from, into, ids.length)),
    uses: await usesOfParty(db, from.id, ids),
    claims: await changedCounts(db, actor, ids.slice(0, SHOWN), from.id, into.id),
    uncounted: Math.max(0, ids.length - SHOWN),
  }
})

async function changedCounts(db: Reader, actor: Actor, incidentIds: readonly string[], id: string, intoId: string) {
  const changed: MergeEffectView['claims'] = []
  for (const incidentId of incidentIds) {
    const picture = await requirePicture(db, incidentId, actor.id)
    for (const { claim, origins, originInput } of claimStates(picture)) {
      const after = independentOrigins(originInputMerged(originInput, id, intoId)).count
      if (claim.withdrawnAt === null && after !== origins.count)
        changed.push({
          claimId: claim.id,
          incident: picture.incident.title,
          text: claim.text,
          before: origins.count,
          after,
        })
    }
  }
  return changed
}
