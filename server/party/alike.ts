import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { party } from '@/db/schema'
import type { AlikeInput, DoublesInput, TellApartInput } from '@/domain/input/name'
import { can, type Actor } from '@/domain/policy'
import { command, query, type Scope } from '../command'
import { demand, notFound } from '../fault'
import { alike, doubles, writeToldApart } from '../name-likeness'
import { partiesByIds } from './queries'
import type { AlikeParties, DoubleParties } from './view'

/** "The same as …?", while the names of a party are typed. */
export const alikeParties = query<AlikeInput, AlikeParties>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const found = await alike(db, 'party', input.names, input.exceptId ?? null)
  const parties = await byId(
    db,
    actor,
    found.map((one) => one.id),
  )
  return found.flatMap(({ id, because }) => {
    const known = parties.get(id)
    return known === undefined ? [] : [{ party: known, because }]
  })
})

/** Parties that are likely one, to be merged or told apart. */
export const doubleParties = query<DoublesInput, DoubleParties>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const found = await doubles(db, 'party', input.limit)
  const parties = await byId(
    db,
    actor,
    found.flatMap(({ one, other }) => [one, other]),
  )
  return found.flatMap(({ one, other, because }) => {
    const [a, b] = [parties.get(one), parties.get(other)]
    return a === undefined || b === undefined ? [] : [{ one: a, other: b, because }]
  })
})

async function byId(db: Reader, actor: Actor, ids: readonly string[]) {
  return new Map((await partiesByIds(db, actor, ids)).map((one) => [one.id, one]))
}

export const tellPartiesApart = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, TellApartInput>) => {
    const ids = [input.id, input.otherId] as const
    const rows = await tx
      .select()
      .from(party)
      .where(inArray(party.id, [...ids]))
      .orderBy(party.id)
      .for('share')
    const [one, other] = ids.map((id) => rows.find((row) => row.id === id))
    if (one === undefined || other === undefined || one.id === other.id) throw notFound('party')
    demand(can(actor, 'party.edit'))
    if (await writeToldApart(tx, ids, actor.id, now))
      await record('party.told-apart', { subjectId: one.id, detail: { name: one.name, other: other.name } })
    else unchanged()
    return { isApart: true as const }
  },
)
