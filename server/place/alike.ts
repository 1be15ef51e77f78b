import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { place } from '@/db/schema'
import type { AlikeInput, DoublesInput, TellApartInput } from '@/domain/input/name'
import { can, type Actor } from '@/domain/policy'
import { command, query, type Scope } from '../command'
import { demand, notFound } from '../fault'
import { alike, doubles, writeToldApart } from '../name-likeness'
import { placesByIds, readPlace } from './queries'
import type { AlikePlaces, DoublePlaces } from './view'

/** "The same as …?", while the names of a place are typed. */
export const alikePlaces = query<AlikeInput, AlikePlaces>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const found = await alike(db, 'place', input.names, input.exceptId ?? null)
  const places = await byId(
    db,
    actor,
    found.map((one) => one.id),
  )
  return found.flatMap(({ id, because }) => {
    const known = places.get(id)
    return known === undefined ? [] : [{ place: known, because }]
  })
})

/** Places that are likely one, to be merged or told apart. */
export const doublePlaces = query<DoublesInput, DoublePlaces>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const found = await doubles(db, 'place', input.limit)
  const places = await byId(
    db,
    actor,
    found.flatMap(({ one, other }) => [one, other]),
  )
  return found.flatMap(({ one, other, because }) => {
    const [a, b] = [places.get(one), places.get(other)]
    return a === undefined || b === undefined ? [] : [{ one: a, other: b, because }]
  })
})

async function byId(db: Reader, actor: Actor, ids: readonly string[]) {
  return new Map((await placesByIds(db, actor, ids)).map((one) => [one.id, one]))
}

export const tellPlacesApart = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, TellApartInput>) => {
    const ids = [input.id, input.otherId] as const
    const rows = await tx
      .select({ id: place.id })
      .from(place)
      .where(inArray(place.id, [...ids]))
      .orderBy(place.id)
      .for('share')
    if (rows.length < 2) throw notFound('place')
    demand(can(actor, 'place.edit'))
    const one = await readPlace(tx, actor, input.id)
    const other = await readPlace(tx, actor, input.otherId)
    if (await writeToldApart(tx, ids, actor.id, now))
      await record('place.told-apart', { subjectId: input.id, detail: { name: one.name, other: other.name } })
    else unchanged()
    return { isApart: true as const }
  },
)
