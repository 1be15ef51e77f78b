import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { claim, event } from '@/db/schema'
import { MOST } from '@/server/workspace/picture'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addParty } from '../harness/material'
import { addEvidence, beginIncident } from '../harness/scene'

const database = useDatabase()
const plain = { claimantIds: [], firstSourceId: null, firstAppeared: null }

async function world() {
  const { db } = database
  const editor = await addPerson(db)
  const observer = await addPerson(db, { role: 'observer' })
  const scene = await beginIncident(db, editor)
  return { db, editor, observer, call: callAs(db, editor), ...scene }
}

describe('questions', () => {
  test('are added, changed with their version, and put in another order', async () => {
    const { call, incidentId, questionId, db, observer, editor } = await world()
    const added = await call.question.add({ incidentId, kind: 'who', text: 'Who did it?' })
    const ids = added.questions.map(({ id }) => id)
    const turned = await call.question.reorder({ incidentId, questionIds: ids.toReversed() })
    expect(turned.questions.map(({ id }) => id)).toEqual(ids.toReversed())
    const edit = { id: questionId, version: 1, kind: 'how_many' as const, text: 'How many burned?' }
    await call.question.edit(edit)
    await expect(call.question.edit({ ...edit, text: 'x' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(callAs(db, observer).question.edit(edit)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    // As it stands already: nothing is written, nothing told.
    const told = () => db.$count(event, eq(event.incidentId, incidentId))
    const before = await told()
    await call.question.reorder({ incidentId, questionIds: ids.toReversed() })
    expect(await told()).toBe(before)
    await expect(call.question.reorder({ incidentId, questionIds: [questionId] })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(call.question.reorder({ incidentId, questionIds: ids.map(() => questionId) })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    // The same one again, from a second tab or after an answer that was lost: of many at once too there is one.
    const twice = { code: 'PRECONDITION_FAILED', cause: { detail: { refusal: { rule: 'question.twice' } } } }
    await expect(call.question.add({ incidentId, kind: 'what', text: 'who did it' })).rejects.toMatchObject(twice)
    await expect(call.question.edit({ ...edit, version: 2, text: 'Who did it?' })).rejects.toMatchObject(twice)
    await call.question.edit({ ...edit, version: 2, text: 'How many burned' })
    const asked = { incidentId, kind: 'why', text: 'Why did it burn?' } as const
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => call.question.add(asked)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const foreign = await beginIncident(db, editor)
    await callAs(db, editor).question.add({ ...asked, incidentId: foreign.incidentId })
    await expect(
      call.question.reorder({ incidentId, questionIds: [...ids, foreign.questionId] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('claims', () => {
  test('there is room for so many, with those that are withdrawn', async () => {
    const { call, db, incidentId, questionId } = await world()
    const createdAt = new Date('2026-01-01T00:00:00Z')
    const more = Array.from({ length: MOST.claims - 2 }, (_, nth) => ({ id: randomUUID(), text: `The ${nth}th.` }))
    await byHand(db, [['claim.added', incidentId]], (tx) =>
      tx.insert(claim).values(more.map((each) => ({ ...each, incidentId, questionId, createdAt }))),
    )
    const last = await call.claim.add({ questionId, text: 'The last.', ...plain })
    const { id = '' } = last.questions[0]?.claims.find(({ text }) => text === 'The last.') ?? {}
    const refused = { cause: { detail: { refusal: { rule: 'claim.most' } } } }
    await expect(call.claim.add({ questionId, text: 'One more.', ...plain })).rejects.toMatchObject(refused)
    await call.claim.withdraw({ id, version: 1, reason: 'To make room.' })
    await expect(call.claim.add({ questionId, text: 'One more.', ...plain })).rejects.toMatchObject(refused)
  })

  test('the first is central, until another is made so', async () => {
    const { call, questionId, claimId } = await world()
    const view = await call.claim.add({ questionId, text: 'Two depots burned.', ...plain })
    const rival = view.questions[0]?.claims.find(({ id }) => id !== claimId)
    if (!rival) throw new Error('no rival')
    expect(rival.isCentral).toBe(false)
    const made = await call.claim.makeCentral({ id: rival.id, version: rival.version })
    expect(made.questions[0]?.claims.filter(({ isCentral }) => isCentral).map(({ id }) => id)).toEqual([rival.id])
  })

  test('take claimants and a first appearance of this incident alone', async () => {
    const { call, db, editor, incidentId, questionId } = await world()
    const partyId = await addParty(db, 'The ministry')
    const own = await addEvidence(db, { incidentId, claimId: null, by: editor })
    const other = await beginIncident(db, editor)
    const foreign = await addEvidence(db, { incidentId: other.incidentId, claimId: null, by: editor })
    const three = { questionId, text: 'Three burned.', claimantIds: [partyId], firstAppeared: 'about June 2023' }
    const view = await call.claim.add({ ...three, firstSourceId: own.sourceId })
    expect(view.questions[0]?.claims.at(-1)).toMatchObject({
      claimants: [{ name: 'The ministry' }],
      firstSourceId: own.sourceId,
      firstAppeared: '2023-06~',
    })
    await expect(call.claim.add({ ...three, firstSourceId: foreign.sourceId })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(call.claim.add({ ...three, firstSourceId: null, claimantIds: [randomUUID()] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(call.claim.add({ ...three, firstSourceId: null, questionId: randomUUID() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('change with their version, and never by an observer', async () => {
    const { call, db, observer, claimId } = await world()
    const edit = { id: claimId, version: 1, text: 'One depot burned down.', ...plain }
    await expect(callAs(db, observer).claim.edit(edit)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await call.claim.edit(edit)
    await expect(call.claim.edit({ ...edit, text: 'x' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(call.claim.edit({ ...edit, id: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('the central one is not withdrawn, another is, with a reason, and comes back', async () => {
    const { call, questionId, claimId, incidentId, db, editor } = await world()
    await expect(call.claim.withdraw({ id: claimId, version: 1, reason: 'Wrong.' })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
      cause: { detail: { refusal: { rule: 'claim.central', lift: expect.stringContaining('central') as string } } },
    })
    const two = { questionId, text: 'Two depots burned.', ...plain }
    const view = await call.claim.add(two)
    const rival = view.questions[0]?.claims.at(-1)
    if (!rival) throw new Error('no rival')
    const twice = { code: 'PRECONDITION_FAILED', cause: { detail: { refusal: { rule: 'claim.twice' } } } }
    await expect(call.claim.add({ ...two, text: 'TWO depots burned' })).rejects.toMatchObject(twice)
    await expect(call.claim.edit({ id: claimId, version: 1, ...plain, text: two.text })).rejects.toMatchObject(twice)
    await expect(call.claim.withdraw({ id: rival.id, version: 1, reason: '' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    const questioned = await call.claim.add({ ...two, text: 'Three depots burned.' })
    const third = questioned.questions[0]?.claims.at(-1)?.id ?? ''
    await addEvidence(db, { incidentId, claimId: third, by: editor })
    await call.round.open({ claimId: third, lastRoundId: null, reason: '' })
    await expect(call.claim.withdraw({ id: third, version: 1, reason: 'Nobody.' })).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'claim.open-round' } } },
    })
    await call.claim.withdraw({ id: rival.id, version: 1, reason: 'Nobody claims it.' })
    await expect(call.claim.edit({ id: rival.id, version: 2, text: 'x', ...plain })).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'claim.withdrawn' } } },
    })
    await expect(call.round.open({ claimId: rival.id, lastRoundId: null, reason: '' })).rejects.toMatchObject({
      cause: { detail: { refusal: { rule: 'claim.withdrawn' } } },
    })
    const again = (await call.claim.add(two)).questions[0]?.claims.at(-1)
    await expect(call.claim.restore({ id: rival.id, version: 2, reason: 'Somebody does.' })).rejects.toMatchObject(
      twice,
    )
    await call.claim.withdraw({ id: again?.id ?? '', version: 1, reason: 'Put twice.' })
    const back = await call.claim.restore({ id: rival.id, version: 2, reason: 'Somebody does.' })
    expect(back.questions[0]?.claims.find(({ id }) => id === rival.id)?.withdrawn).toBeNull()
  })
})
