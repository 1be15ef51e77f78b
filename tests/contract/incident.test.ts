import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { claim, event, incident, place, placeName, slug } from '@/db/schema'
import { writeClaim } from '@/server/claim/queries'
import { writeIncident } from '@/server/incident/queries'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addParty } from '../harness/material'
import { beginIncident, addScene } from '../harness/scene'

const database = useDatabase()
const bare = { type: 'strike' as const, occurred: null, placeId: null, partyIds: [], tags: [] }

async function world() {
  const { db } = database
  const editor = await addPerson(db, { name: 'Vera Holt' })
  const lead = await addPerson(db, { role: 'lead' })
  const observer = await addPerson(db, { role: 'observer' })
  return { db, editor, lead, observer, call: callAs(db, editor) }
}

describe('beginning an incident', () => {
  test('takes a time as it is typed, and puts whoever began it on it', async () => {
    const { call, editor, db } = await world()
    const view = await call.incident.create({
      ...bare,
      title: 'Raid on a depot',
      occurred: '22–23 May 2023',
      tags: ['Border', 'border'],
    })
    expect(view.incident).toMatchObject({ occurred: '2023-05-22/2023-05-23', tags: ['border'], state: 'open' })
    expect(view.incident.members).toEqual([{ id: editor.id, name: 'Vera Holt' }])
    const events = await db.select().from(event).where(eq(event.incidentId, view.incident.id))
    expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([['incident.created', editor.id]])
  })

  test('gives a second incident of one title another address', async () => {
    const { call } = await world()
    const slugs = await Promise.all(
      [1, 2, 3].map(async () => (await call.incident.create({ ...bare, title: 'Пожежа на складі' })).incident.slug),
    )
    expect(new Set(slugs).size).toBe(3)
    expect(slugs.toSorted()[1]).toMatch(/-2$/)
  })

  test('sent again because its answer was lost begins no second one, and says so where it was typed otherwise', async () => {
    const { call, db } = await world()
    const sent = { ...bare, id: randomUUID(), title: 'Fire at a mill', tags: ['mill', 'fire'], occurred: 'May 2023' }
    const before = await db.$count(incident)
    const answers = await Promise.all([1, 2, 3].map(() => call.incident.create(sent)))
    expect(answers.map((view) => view.incident.id)).toEqual([sent.id, sent.id, sent.id])
    const error: unknown = await call.incident.create({ ...sent, tags: ['mill'] }).catch((caught: unknown) => caught)
    expect(fieldOf(error)).toBe('title')
    const others = callAs(db, await addPerson(db)).incident.create(sent)
    await expect(others).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await db.$count(incident)).toBe(before + 1)
  })

  test.each([
    ['an empty title', { title: ' ' }, 'title'],
    ['a title that turns text around', { title: 'a\u202Eb' }, 'title'],
    ['a title too long', { title: 'x'.repeat(301) }, 'title'],
    ['an impossible date', { title: 'x', occurred: '31 February 2024' }, 'occurred'],
    ['a place there is none of', { title: 'x', placeId: randomUUID() }, 'placeId'],
    ['a party there is none of', { title: 'x', partyIds: [randomUUID()] }, 'partyIds'],
  ])('refuses %s at its field', async (_what, part, field) => {
    const { call, db } = await world()
    const before = await db.$count(incident)
    const error: unknown = await call.incident
      .create(Object.assign({ title: 'x', ...bare }, part))
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
    expect(fieldOf(error)).toBe(field)
    expect(await db.$count(incident)).toBe(before)
  })

  test('is for editors', async () => {
    const { db, observer } = await world()
    await expect(callAs(db, observer).incident.create({ ...bare, title: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(callAs(db, null).incident.create({ ...bare, title: 'x' })).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
  })
})

type Issues = { issues?: { path: unknown[] }[] }

/** The first field that a refusal names, by the schema or by a command. */
function fieldOf(error: unknown): unknown {
  const { cause } = error as { cause: Issues & { detail?: Issues } }
  return (cause.issues ?? cause.detail?.issues)?.[0]?.path[0]
}

describe('changing an incident', () => {
  test('meets a stale version with what there is now, and an observer with a refusal', async () => {
    const { db, editor, observer, call } = await world()
    const { incidentId } = await beginIncident(db, editor)
    const edit = { ...bare, id: incidentId, version: 1, title: 'Another title' }
    await expect(callAs(db, observer).incident.edit(edit)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await call.incident.edit(edit)).incident).toMatchObject({ title: 'Another title', version: 2 })
    await expect(call.incident.edit({ ...edit, title: 'Late' })).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: { detail: { current: { incident: { title: 'Another title', version: 2 } } } },
    })
    await expect(call.incident.edit({ ...edit, id: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('that another has changed since it was read is not written over', async () => {
    const { db, editor, call } = await world()
    const { incidentId, claimId } = await beginIncident(db, editor)
    const [read] = await db.select().from(incident).where(eq(incident.id, incidentId))
    const [told] = await db.select().from(claim).where(eq(claim.id, claimId))
    if (read === undefined || told === undefined) throw new Error('There is no such incident.')
    await call.incident.edit({ ...bare, id: incidentId, version: 1, title: 'Another title' })
    const said = { claimantIds: [], firstSourceId: null, firstAppeared: null }
    await call.claim.edit({ id: claimId, version: 1, text: 'Another claim.', ...said })
    const late = { code: 'CONFLICT' }
    await expect(db.transaction((tx) => writeIncident(tx, read, { title: 'Late' }))).rejects.toMatchObject(late)
    await expect(db.transaction((tx) => writeClaim(tx, told, { text: 'Late.' }))).rejects.toMatchObject(late)
  })

  test('of address retires the old one, and it is never another’s', async () => {
    const { db, editor, call } = await world()
    const one = await beginIncident(db, editor, 'Raid one')
    const two = await beginIncident(db, editor, 'Raid two')
    await call.incident.changeSlug({ id: one.incidentId, version: 1, slug: 'first-raid' })
    await expect(call.incident.changeSlug({ id: two.incidentId, version: 1, slug: 'raid-one' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    const [old] = await db.select().from(slug).where(eq(slug.slug, 'raid-one'))
    expect(old).toMatchObject({ incidentId: one.incidentId })
    expect(old?.retiredAt).not.toBeNull()
    // Back to its own.
    await call.incident.changeSlug({ id: one.incidentId, version: 2, slug: 'raid-one' })
    expect((await db.select().from(slug).where(eq(slug.slug, 'raid-one')))[0]?.retiredAt).toBeNull()
  })

  test('of sides keeps their ids, and puts no party on two', async () => {
    const { db, editor, call } = await world()
    const { incidentId } = await beginIncident(db, editor)
    const [kyiv, moscow] = [await addParty(db, 'Ministry'), await addParty(db, 'General staff')]
    const made = await call.incident.setSides({
      id: incidentId,
      version: 1,
      sides: [
        { id: null, name: 'North', partyIds: [kyiv] },
        { id: null, name: 'South', partyIds: [moscow] },
      ],
    })
    const [north, south] = made.incident.sides
    if (!north || !south) throw new Error('no sides')
    const swapped = await call.incident.setSides({
      id: incidentId,
      version: 2,
      sides: [
        { id: north.id, name: 'South', partyIds: [moscow] },
        { id: south.id, name: 'North', partyIds: [kyiv] },
      ],
    })
    expect(swapped.incident.sides.map(({ id, name }) => [id, name]).toSorted()).toEqual(
      [
        [north.id, 'South'],
        [south.id, 'North'],
      ].toSorted(),
    )
    const both = [
      { id: null, name: 'A', partyIds: [kyiv] },
      { id: null, name: 'B', partyIds: [kyiv] },
    ]
    await expect(call.incident.setSides({ id: incidentId, version: 3, sides: both })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    const twice = [1, 2].map((nth) => ({ id: north.id, name: `North ${nth}`, partyIds: [] }))
    await expect(call.incident.setSides({ id: incidentId, version: 3, sides: twice })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const other = await beginIncident(db, editor)
    const foreign = [{ id: north.id, name: 'A', partyIds: [] }]
    await expect(call.incident.setSides({ id: other.incidentId, version: 1, sides: foreign })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('of who is on it and what it is related to', async () => {
    const { db, editor, lead, call } = await world()
    const one = await beginIncident(db, editor)
    const two = await beginIncident(db, editor, 'Second raid')
    expect((await callAs(db, lead).incident.join({ id: one.incidentId })).incident.members).toHaveLength(2)
    expect((await call.incident.leave({ id: one.incidentId })).incident.members.map(({ id }) => id)).toEqual([lead.id])
    const link = { id: one.incidentId, otherId: two.incidentId, kind: 'follow_up' as const }
    expect((await call.incident.relate(link)).incident.related).toMatchObject([
      { title: 'Second raid', direction: 'to' },
    ])
    expect((await call.incident.unrelate(link)).incident.related).toEqual([])
    await expect(call.incident.relate({ ...link, otherId: one.incidentId })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(call.incident.relate({ ...link, otherId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('closing', () => {
  test('is a lead’s, needs no open round, and stops every change', async () => {
    const { db, editor, lead, call } = await world()
    const scene = await addScene(db, editor)
    const close = {
      id: scene.incidentId,
      version: 1,
      closeReason: 'not_published' as const,
      duplicateOf: null,
      note: 'Nothing in it.',
    }
    await expect(call.incident.close(close)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await call.round.open({ claimId: scene.claimId, lastRoundId: null, reason: '' })
    await expect(callAs(db, lead).incident.close(close)).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
      cause: { detail: { refusal: { rule: 'incident.open-round' } } },
    })
    const written = await beginIncident(db, editor)
    await call.revision.draft({ incidentId: written.incidentId })
    await expect(callAs(db, lead).incident.close({ ...close, id: written.incidentId })).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'incident.working' } } },
    })
    const quiet = await beginIncident(db, editor)
    const closed = await callAs(db, lead).incident.close({ ...close, id: quiet.incidentId })
    expect(closed.incident).toMatchObject({ state: 'closed', closeReason: 'not_published' })
    await expect(call.incident.edit({ ...bare, id: quiet.incidentId, version: 2, title: 'x' })).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'incident.closed' } } },
    })
    await expect(call.question.add({ incidentId: quiet.incidentId, kind: 'why', text: 'Why?' })).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'incident.closed' } } },
    })
    const again = await callAs(db, lead).incident.reopen({ id: quiet.incidentId, version: 2, note: 'More came in.' })
    expect(again.incident).toMatchObject({ state: 'open', closeReason: null })
  })
})

describe('the queue', () => {
  test('says of each incident its own place, people, status and level, page by page', async () => {
    const { db, editor, lead, call } = await world()
    const placeId = randomUUID()
    await byHand(db, [['place.created', placeId]], async (tx) => {
      await tx.insert(place).values({ id: placeId, precision: 'settlement', createdAt: new Date() })
      await tx.insert(placeName).values({ id: randomUUID(), placeId, name: 'Dolna', isMain: true })
    })
    const tag = `t${randomUUID().slice(0, 8)}`
    const placed = await call.incident.create({ ...bare, title: 'Placed', placeId, tags: [tag] })
    await callAs(db, lead).incident.create({ ...bare, title: 'Unplaced 100% _x', tags: [tag] })
    const voting = await addScene(db, editor)
    await call.round.open({ claimId: voting.claimId, lastRoundId: null, reason: '' })

    const tagged = await call.incident.list({ tag })
    expect(tagged.items.map(({ title, place: where, members }) => [title, where, members.length])).toEqual([
      ['Unplaced 100% _x', null, 1],
      ['Placed', 'Dolna', 1],
    ])
    expect((await call.incident.list({ place: 'doln' })).items.map(({ id }) => id)).toEqual([placed.incident.id])
    expect((await call.incident.list({ tag, mine: true })).items.map(({ title }) => title)).toEqual(['Placed'])
    expect((await call.incident.list({ tag, text: '100% _' })).items).toHaveLength(1)
    expect((await call.incident.list({ tag, text: '1000' })).items).toHaveLength(0)
    const line = (await call.incident.list({ status: 'voting' })).items.find(({ id }) => id === voting.incidentId)
    expect(line).toMatchObject({ statuses: ['voting'], central: { originsCount: 2, level: null } })
    expect((await call.incident.list({ tag, status: 'new', level: 'none' })).items).toHaveLength(2)

    const first = await call.incident.list({ tag, limit: 1 })
    const second = await call.incident.list({ tag, limit: 1, cursor: first.nextCursor })
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['Unplaced 100% _x', 'Placed'])
    expect(second.nextCursor).toBeNull()
    await expect(call.incident.list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

test('the history says everything in words, newest first, page by page', async () => {
  const { db, editor, call } = await world()
  const { incidentId } = await beginIncident(db, editor, 'A bridge hit')
  const page = await call.event.list({ incidentId, limit: 2 })
  const rest = await call.event.list({ incidentId, limit: 2, cursor: page.nextCursor })
  expect([...page.items, ...rest.items].map(({ actor, words }) => `${actor ?? ''} ${words}`).toSorted()).toEqual([
    'Vera Holt added the claim “One depot burned”',
    'Vera Holt asked “How many depots burned?”',
    'Vera Holt began the incident “A bridge hit”',
  ])
  await expect(call.event.list({ incidentId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
