import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { event, incident, origin } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { conclude } from '../harness/desk'
import { addPerson } from '../harness/people'
import { addParty } from '../harness/material'
import { addScene } from '../harness/scene'

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

  test('in more incidents than are shown: what is not counted anew is said', async () => {
    const { goes, stays } = await addTwins()
    const nothing = { type: 'strike' as const, occurred: null, placeId: null, tags: [] }
    for (let at = 0; at < 21; at++) await call().incident.create({ ...nothing, title: `Fire ${at}`, partyIds: [goes] })
    const effect = await call().party.mergeEffect({ id: goes, intoId: stays })
    expect(effect).toMatchObject({ uses: { incidentCount: 22 }, uncounted: 2 })
    expect(effect.uses.incidents).toHaveLength(20)
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

/** The records themselves, and their keys, which a merge writes anew. */
const KEPT = ['party', 'place', 'name_key']

type Merged = Awaited<ReturnType<typeof addTwins>> & { voter: string }

/** Each writes the id of the party or the place that went, and asks which was written. */
const WRITES: Readonly<Record<string, (m: Merged) => string>> = {
  claim_claimant_follows_merged: (m) =>
    `insert into claim_claimant (claim_id, party_id) values ('${m.claimId}', '${m.goes}') returning party_id as id`,
  evidence_relay_follows_merged: (m) => `insert into evidence_relay (evidence_id, position, party_id)
    values ('${m.pieces[0]?.evidenceId ?? ''}', 0, '${m.goes}') returning party_id as id`,
  incident_party_follows_merged: (m) => `insert into incident_party (incident_id, party_id)
    values ('${m.incidentId}', '${m.goes}') returning party_id as id`,
  origin_follows_merged: (m) =>
    `update origin set party_id = '${m.goes}' where id = '${m.pieces[0]?.originId ?? ''}' returning party_id as id`,
  outlet_grade_follows_merged: (m) => `insert into outlet_grade (id, party_id, grade, reason, graded_by, graded_at)
    values (gen_random_uuid(), '${m.goes}', 'C', 'So.', '${m.voter}', now()) returning party_id as id`,
  party_alias_follows_merged: (m) =>
    `insert into party_alias (id, party_id, name) values (gen_random_uuid(), '${m.goes}', 'A') returning party_id as id`,
  side_party_follows_merged: (m) => `with made as (insert into side (id, incident_id, name)
    values (gen_random_uuid(), '${m.incidentId}', 'The north') returning id)
    insert into side_party (incident_id, side_id, party_id) select '${m.incidentId}', id, '${m.goes}' from made
    returning party_id as id`,
  source_follows_merged: (m) =>
    `update source set outlet_id = '${m.goes}' where id = '${m.pieces[0]?.sourceId ?? ''}' returning outlet_id as id`,
  incident_follows_merged: (m) =>
    `update incident set place_id = '${m.goes}' where id = '${m.incidentId}' returning place_id as id`,
  place_name_follows_merged: (m) =>
    `insert into place_name (id, place_id, name) values (gen_random_uuid(), '${m.goes}', 'A') returning place_id as id`,
}
const OF_PLACES = new Set(['incident_follows_merged', 'place_name_follows_merged'])

describe('whoever writes the old id is led to the new one by the database', () => {
  let twins: Merged
  let places: Merged
  beforeAll(async () => {
    twins = { ...(await addTwins()), voter: lead.id }
    await merge(twins.goes, twins.stays)
    const create = () => call().place.create({ precision: 'region', coordinates: '', names: [{ name: 'Lysa' }] })
    const [goes, stays] = [await create(), await create()]
    await call().place.merge({ id: goes.id, version: 1, intoId: stays.id, intoVersion: 1 })
    places = { ...twins, goes: goes.id, stays: stays.id }
  })

  test('in every table that can name one', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select tgname as name from pg_trigger where tgfoid::regproc::text like 'follow_merged%'`,
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(WRITES).toSorted())
    const named = await database.pool.query<{
      name: string
    }>(`select conrelid::regclass::text as name from pg_constraint
      where contype = 'f' and confrelid in ('party'::regclass, 'place'::regclass)`)
    const led = new Set([...Object.keys(WRITES).map((name) => name.replace('_follows_merged', '')), ...KEPT])
    expect(named.rows.map(({ name }) => name).filter((name) => !led.has(name))).toEqual([])
  })

  test.each(Object.entries(WRITES))('%s, and without it the old id goes through', async (trigger, write) => {
    const made = OF_PLACES.has(trigger) ? places : twins
    const table = trigger.replace('_follows_merged', '')
    const client = await database.pool.connect()
    const written = async () => (await client.query<{ id: string }>(write(made))).rows[0]?.id
    await client.query('begin')
    await client.query('savepoint led')
    expect(await written()).toBe(made.stays)
    await client.query('rollback to led')
    await client.query(`drop trigger ${trigger} on ${table}`)
    expect(await written()).toBe(made.goes)
    await client.query('rollback')
    client.release()
  })
})
