import { eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { incident } from '@/db/schema'
import type { MergeEffectInput } from '@/domain/input/name'
import { NAMES_MOST } from '@/domain/input/place'
import { canMerge } from '@/domain/merge'
import { can, canAnd } from '@/domain/policy'
import type { Verdict } from '@/domain/verdict'
import { query } from '../command'
import { demand } from '../fault'
import type { MergeEffectView, UsesView } from '../merge-view'
import { readPlace } from './queries'
import type { PlaceView } from './view'

const SHOWN = 20

/** Every incident that happened there, in the order of ids. */
export async function incidentsAt(db: Reader, placeId: string) {
  return db
    .select({ id: incident.id, title: incident.title })
    .from(incident)
    .where(eq(incident.placeId, placeId))
    .orderBy(sql`${incident.id}`)
}

function usesOf(incidents: { id: string; title: string }[]): UsesView {
  const count = incidents.length
  const as = count === 0 ? [] : [`place of ${count} ${count === 1 ? 'incident' : 'incidents'}`]
  return { incidents: incidents.slice(0, SHOWN), incidentCount: count, as }
}

export const placeUses = query<{ id: string }, UsesView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const { id } = await readPlace(db, actor, input.id)
  return usesOf(await incidentsAt(db, id))
})

/** The names that the place which stays has afterwards, its main one first. */
export function joinedNames(from: PlaceView, into: PlaceView): PlaceView['names'] {
  const known = new Set(into.names.map(({ name }) => name))
  return [...into.names, ...from.names.filter(({ name }) => !known.has(name))]
}

export function placeMergeVerdict(from: PlaceView, into: PlaceView, incidents: number): Verdict {
  const names = joinedNames(from, into).length
  return canMerge({ isItself: from.id === into.id, incidents, names, namesMost: NAMES_MOST, opposed: [] })
}

/** Before a place is merged into another: what happened there. Origins do not hang on places. */
export const placeMergeEffect = query<MergeEffectInput, MergeEffectView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const from = await readPlace(db, actor, input.id)
  const into = await readPlace(db, actor, input.intoId)
  const incidents = await incidentsAt(db, from.id)
  return {
    verdict: canAnd(actor, 'place.merge', placeMergeVerdict(from, into, incidents.length)),
    uses: usesOf(incidents),
    claims: [],
    uncounted: 0,
  }
})
