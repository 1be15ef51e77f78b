import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { event, incident, origin } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { conclude } from '../harness/desk'
import { addPerson } from '../harness/people'
import { addParty, addScene } from '../harness/scene'

const database = useDatabase({ max: 40 })
let lead: Actor
let voters: Actor[]
beforeAll(async () => {
  lead = await addPerson(database.db, { role: 'lead' })
  voters = [await addPerson(database.db), await addPerson(database.db), await addPerson(database.db)]
})
const call = () => callAs(database.db, lead)

/** A claim on two origins of two parties that turn out to be one. */
async function addTwins() {
  const scene = await addScene(database.db, lead)
  const origins = await database.db.select().from(origin).where(eq(origin.incidentId, scene.incidentId))
  const [goes = '', stays = ''] = origins.flatMap((one) => (one.partyId === null ? [] : [one.partyId]))
  return { ...scene, goes, stays }
}

const claimsOf = async (incidentId: string) =>
  (await call().incident.get({ id: incidentId })).questions[0]?.claims ?? []

async function merge(id: string, intoId: string) {
  const [from, into] = [await call().party.get({ id }), await call().party.get({ id: intoId })]
  return call().party.merge({ id, version: from.version, intoId, intoVersion: into.version })
}

describe('two parties that are one', () => {
  test('count as one origin, findings go stale, both names stay, and the old id leads on', async () => {
    const { incidentId, claimId, goes, stays } = await addTwins()
    await conclude(database.db, claimId, voters)
    const effect = await call().party.mergeEffect({ id: goes, intoId: stays })
    expect(effect).toMatchObject({ verdict: { allowed: true }, claims: [{ claimId, before: 2, after: 1 }] })
    const old = await call().party.get({ id: goes })
    const merged = await merge(goes, stays)
    expect(merged.id).toBe(stays)
    expect(merged.aliases.map((alias) => alias.name)).toContain(old.name)
    expect(await call().party.get({ id: goes })).toEqual(merged)
    const [claim] = await claimsOf(incidentId)
    expect(claim).toMatchObject({ origins: { count: 1 }, finding: { isStale: true } })
    const events = await database.db.select().from(event).where(eq(event.kind, 'party.merged'))
    expect(events.map((one) => [one.incidentId, one.detail])).toEqual(
      expect.arrayContaining([
        [null, { name: old.name, into: merged.name }],
        [incidentId, { name: old.name, into: merged.name }],
      ]),
    )
    // A draft that was kept names the old one still.
    const { version } = (await call().incident.get({ id: incidentId })).incident
    const sides = [{ id: null, name: 'A side', partyIds: [goes] }]
    const view = await call().incident.setSides({ id: incidentId, version, sides })
    expect(view.incident.sides[0]?.parties.map((one) => one.id)).toEqual([stays])
    const stale = call().party.change({ id: goes, version: old.version, kind: old.kind, name: 'Typed before' })
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await call().party.search({ text: old.name })).parties.map((one) => one.id)).toEqual([stays])
  })

  test('are not, where they face each other', async () => {
    const { incidentId, goes, stays } = await addTwins()
    const { version } = (await call().incident.get({ id: incidentId })).incident
    const sides = [goes, stays].map((id, index) => ({ id: null, name: `Side ${index}`, partyIds: [id] }))
    await call().incident.setSides({ id: incidentId, version, sides })
    expect((await call().party.mergeEffect({ id: goes, intoId: stays })).verdict).toMatchObject({ rule: 'merge.sides' })
    await expect(merge(goes, stays)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect(await claimsOf(incidentId)).toMatchObject([{ origins: { count: 2 } }])
  })

  test('merged both ways at once: one of the two is done', async () => {
    const { goes, stays } = await addTwins()
    const results = await Promise.allSettled([merge(goes, stays), merge(stays, goes)])
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('against ballots and a new origin at once: nothing is left on the one that went', async () => {
    const { incidentId, claimId, goes, stays } = await addTwins()
    const view = await call().round.open({ claimId, lastRoundId: null, reason: '' })
    const roundId = view.questions[0]?.claims[0]?.round?.id ?? ''
    const cast = (voter: Actor) =>
      callAs(database.db, voter).ballot.cast({
        roundId,
        level: 'confirmed',
        reason: 'Two say so.',
        isReasonPublic: false,
      })
    const name = (index: number) =>
      call().origin.name({ incidentId, partyId: goes, channel: `call ${index}`, mode: 'asserted', dated: null })
    const results = await Promise.allSettled([
      ...[1, 2, 3].map(name),
      merge(goes, stays),
      ...voters.map(cast),
      ...[4, 5, 6].map(name),
    ])
    const [named, cast3] = [results.filter((_, index) => index < 3 || index > 6), results.slice(4, 7)]
    expect(named.map((one) => one.status)).toEqual(named.map(() => 'fulfilled'))
    const left = await database.db
      .select()
      .from(origin)
      .where(and(eq(origin.incidentId, incidentId), eq(origin.partyId, goes)))
    expect(left).toEqual([])
    // Cast before it or refused after it, never "confirmed" on what had become one origin.
    for (const one of cast3)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: expect.stringMatching(/PRECOND|CONFLICT/) as string })
  })

  test('told apart are never suggested again', async () => {
    const [a, b] = [await addParty(database.db, 'Сибирский батальон'), await addParty(database.db, 'Sibirsky batalyon')]
    await call().party.change({ id: a, version: 1, kind: 'armed_group', name: 'Сибирский батальон' })
    await call().party.change({ id: b, version: 1, kind: 'armed_group', name: 'Sibirsky batalyon' })
    const pairs = async () => (await call().party.doubles({})).map((pair) => [pair.one.id, pair.other.id].sort())
    expect(await pairs()).toContainEqual([a, b].sort())
    const typed = () => call().party.alike({ names: ['Sibirskiy bataljon'], exceptId: b })
    expect((await typed()).map((one) => one.party.id)).toContain(a)
    await call().party.tellApart({ id: a, otherId: b })
    await call().party.tellApart({ id: b, otherId: a })
    expect(await pairs()).not.toContainEqual([a, b].sort())
    expect(await typed()).toEqual([])
  })
})

describe('two places that are one', () => {
  test('their incidents, names and coordinates are one place’s', async () => {
    const create = (name: string, coordinates: string) =>
      call().place.create({ precision: 'settlement', coordinates, names: [{ name }] })
    const [goes, stays] = [await create('Tetkino', '51.28, 34.28'), await create('Тёткино', '')]
    const { incidentId } = await addScene(database.db, lead)
    await database.db.transaction(async (tx) => {
      await tx.update(incident).set({ placeId: goes.id }).where(eq(incident.id, incidentId))
      await tx.insert(event).values({
        id: crypto.randomUUID(),
        at: new Date(),
        kind: 'incident.changed',
        subjectId: incidentId,
        incidentId,
        detail: { changed: ['place'] },
      })
    })
    expect((await call().place.alike({ names: ['Tyotkino'] })).map((one) => one.because)).toEqual([
      'the same letters in another script',
      expect.stringContaining('romanise the same letter'),
    ])
    const merged = await call().place.merge({ id: goes.id, version: 1, intoId: stays.id, intoVersion: 1 })
    expect(merged).toMatchObject({ id: stays.id, name: 'Тёткино', latitude: 51.28 })
    expect(merged.names.map((name) => name.name)).toEqual(['Тёткино', 'Tetkino'])
    expect((await call().incident.get({ id: incidentId })).incident.place?.id).toBe(stays.id)
    expect((await call().place.get({ id: goes.id })).id).toBe(stays.id)
  })
})
