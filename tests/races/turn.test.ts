import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, refusedBy, submitDraft, type TestDesk } from '../harness/desk'
import { addParty } from '../harness/material'
import { beginIncident, only } from '../harness/scene'
import { untilWaiting } from '../harness/waiting'

// What takes turns at an incident: whoever comes second acts on what the first has done, never on what was before it.
const database = useDatabase({ max: 8 })

type Act = () => Promise<unknown>

/** Both at once, the first of them first in the queue for the incident. */
async function inTurn(incidentId: string, acts: readonly [Act, Act]) {
  const holder = await database.pool.connect()
  await holder.query('begin')
  await holder.query('select from incident where id = $1 for update', [incidentId])
  const begun: Promise<unknown>[] = []
  for (const act of acts) {
    begun.push(act())
    await untilWaiting(database.pool, begun.length)
  }
  await holder.query('commit')
  holder.release()
  const [first, second] = await Promise.allSettled(begun)
  expect(first).toMatchObject({ status: 'fulfilled' })
  if (second?.status === 'fulfilled') return { outcome: 'done' }
  return refusedBy(Promise.reject(second?.reason as Error))
}

/** The desk with another incident that holds its sources too, and an edge between them that only waits to be confirmed. */
async function addNeighbour(desk: TestDesk) {
  const { db } = database
  const call = callAs(db, desk.third)
  const there = (await beginIncident(db, desk.third, 'Another fire')).incidentId
  const [one, two] = desk.pieces
  if (!one || !two) throw new Error('no evidence')
  for (const { sourceId } of [one, two]) await call.source.link({ incidentId: there, sourceId })
  // Both are the outlets' own reporting, so that a copy makes one origin of two.
  for (const { sourceId, originId } of [one, two])
    await byHand(db, [['source.changed', sourceId]], (tx) =>
      tx.execute(sql`update source set outlet_id = (select party_id from origin where id = ${originId})
        where id = ${sourceId}`),
    )
  return { call, there, one, two }
}

type Neighbour = Awaited<ReturnType<typeof addNeighbour>>

async function drawEdge({ call, there, one, two }: Neighbour) {
  const edge = { incidentId: there, sourceId: one.sourceId, ofId: two.sourceId, kind: 'reprint' as const }
  const { lineage } = await call.lineage.draw({ ...edge, reason: 'Word for word.' })
  return only(lineage)
}

/** What makes a vote, a reveal or a publication impossible, from here or from another incident. */
const DISTURBANCES: Readonly<Record<string, (desk: TestDesk, near: Neighbour) => Promise<Act>>> = {
  'evidence attached': (desk, { call, one }) =>
    Promise.resolve(() =>
      call.evidence.attach({
        incidentId: desk.incidentId,
        captureId: one.captureId,
        start: 0,
        end: 1,
        exact: 'A',
        claimId: desk.claimId,
        stance: 'disputes',
        origin: { kind: 'unknown' },
      }),
    ),
  'evidence withdrawn': (desk, { call, two }) =>
    Promise.resolve(() => call.evidence.withdraw({ incidentId: desk.incidentId, id: two.evidenceId, reason: 'No.' })),
  'a passage translated anew': (desk, { call, two }) => {
    const facts = { text: 'Zwei', language: 'de', method: 'desk' as const, translator: null }
    return Promise.resolve(() =>
      call.translation.add({ incidentId: desk.incidentId, excerptId: two.excerptId, ...facts }),
    )
  },
  'the claim reworded': (desk, { call }) =>
    Promise.resolve(() =>
      call.claim.edit({
        id: desk.claimId,
        version: 1,
        text: 'Two.',
        claimantIds: [],
        firstSourceId: null,
        firstAppeared: null,
      }),
    ),
  'both parties put on one side': async (desk, { call, one, two }) => {
    const { incident, origins } = await call.incident.get({ id: desk.incidentId })
    const partyIds = origins
      .filter(({ id }) => id === one.originId || id === two.originId)
      .flatMap(({ party }) => party?.id ?? [])
    const sides = [{ id: null, name: 'The north', partyIds }]
    return () => call.incident.setSides({ id: desk.incidentId, version: incident.version, sides })
  },
  'an origin given to another party': async (desk, { call, two }) => {
    const partyId = await addParty(database.db, 'Somebody else')
    const facts = { channel: 'statement', mode: 'asserted' as const, dated: null, firstSourceId: null }
    return () =>
      call.origin.change({ incidentId: desk.incidentId, id: two.originId ?? '', version: 1, partyId, ...facts })
  },
  'a copy confirmed from another incident': async (_desk, near) => {
    const edge = await drawEdge(near)
    return () => near.call.lineage.confirm({ incidentId: near.there, id: edge.id, version: edge.version })
  },
  'an outlet changed from another incident': async (_desk, { call, there, one }) => {
    const outletId = await addParty(database.db, 'Another outlet')
    const source = (await call.incident.get({ id: there })).sources.find(({ id }) => id === one.sourceId)
    const { id = '', version = 0, medium = 'article' } = source ?? {}
    return () => call.source.edit({ incidentId: there, id, version, medium, outletId })
  },
  'a passage withdrawn from another incident': async (_desk, { call, there, two }) => {
    await addBackground(there, two)
    return () => call.excerpt.withdraw({ incidentId: there, id: two.excerptId, reason: 'Cut wrongly.' })
  },
}

async function addBackground(incidentId: string, { excerptId }: { excerptId: string }): Promise<void> {
  const id = randomUUID()
  await byHand(database.db, [['evidence.attached', id]], (tx) =>
    tx.execute(sql`insert into evidence (id, incident_id, excerpt_id, created_by, created_at)
      select ${id}, ${incidentId}, ${excerptId}, created_by, created_at from excerpt where id = ${excerptId}`),
  )
}

async function openRound(desk: TestDesk) {
  const call = callAs(database.db, desk.author)
  const view = await call.incident.get({ id: desk.incidentId })
  const lastRoundId = view.questions[0]?.claims[0]?.finding?.roundId ?? null
  const after = await call.round.open({ claimId: desk.claimId, lastRoundId, reason: 'Once more.' })
  return { lastRoundId, roundId: after.questions[0]?.claims[0]?.round?.id ?? '' }
}

const ballot = { level: 'probable', reason: '', isReasonPublic: false } as const

describe('before a ballot and a reveal', () => {
  const some = [
    'evidence attached',
    'a copy confirmed from another incident',
    'a passage withdrawn from another incident',
  ]
  test.each(Object.entries(DISTURBANCES).filter(([name]) => some.includes(name)))('%s', async (_, prepare) => {
    const { db } = database
    const desk = await addDesk(db)
    const near = await addNeighbour(desk)
    const { roundId } = await openRound(desk)
    for (const voter of [desk.author, desk.reviewer, desk.third])
      await callAs(db, voter).ballot.cast({ roundId, ...ballot })
    const disturb = await prepare(desk, near)
    const cast = () => callAs(db, desk.lead).ballot.cast({ roundId, ...ballot })
    expect(await inTurn(desk.incidentId, [disturb, cast])).toMatchObject({ rule: 'round.fingerprint' })
    const reveal = callAs(db, desk.author).round.reveal({ roundId })
    expect(await refusedBy(reveal)).toMatchObject({ rule: 'round.fingerprint' })
  })
})

describe('before a publication', () => {
  test.each([
    ...Object.entries(DISTURBANCES).map(([name, prepare]) => [name, prepare] as const),
    ['a round opened', (desk: TestDesk) => Promise.resolve(() => openRound(desk))] as const,
    [
      'it is withdrawn',
      async (desk: TestDesk) => {
        const { summary } = await callAs(database.db, desk.third).incident.get({ id: desk.incidentId })
        const revisionId = summary.working?.id ?? ''
        return () => callAs(database.db, desk.third).revision.withdraw({ revisionId, reason: 'Wait.' })
      },
    ] as const,
  ])('%s', async (_, prepare) => {
    const { db } = database
    const desk = await addDesk(db)
    const near = await addNeighbour(desk)
    const { id } = await submitDraft(db, desk)
    await approveAs(db, desk.reviewer, id)
    const disturb = await prepare(desk, near)
    const publish = () => callAs(db, desk.author).publication.publish({ revisionId: id })
    expect(await inTurn(desk.incidentId, [disturb, publish])).toMatchObject({ code: 'PRECONDITION_FAILED' })
    expect((await callAs(db, desk.third).incident.get({ id: desk.incidentId })).summary.publications).toEqual([])
  })
})

describe('a reveal', () => {
  test('first: the ballot after it is late, and counted nowhere', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { roundId } = await openRound(desk)
    for (const voter of [desk.author, desk.reviewer, desk.third])
      await callAs(db, voter).ballot.cast({ roundId, ...ballot })
    const reveal = () => callAs(db, desk.author).round.reveal({ roundId })
    const cast = () => callAs(db, desk.lead).ballot.cast({ roundId, ...ballot, level: 'doubtful' })
    expect(await inTurn(desk.incidentId, [reveal, cast])).toMatchObject({ rule: 'round.closed' })
    const view = await callAs(db, desk.third).incident.get({ id: desk.incidentId })
    expect(view.questions[0]?.claims[0]?.finding?.distribution).toMatchObject({ probable: 3, doubtful: 0 })
  })

  test('and a suspension of one who voted: before all of it or after', async () => {
    const { db } = database
    const desk = await addDesk(db)
    const { roundId } = await openRound(desk)
    const voters = [desk.author, desk.reviewer, desk.third, desk.lead]
    for (const voter of voters) await callAs(db, voter).ballot.cast({ roundId, ...ballot })
    await byHand(db, [['account.role-set', desk.lead.id]], (tx) =>
      tx.execute(sql`update account set is_admin = true where id = ${desk.lead.id}`),
    )
    const admin = callAs(db, { ...desk.lead, isAdmin: true })
    const [revealed, suspended] = await Promise.allSettled([
      callAs(db, desk.author).round.reveal({ roundId }),
      admin.account.suspend({ id: desk.reviewer.id, version: 1 }),
    ])
    expect([revealed.status, suspended.status]).toEqual(['fulfilled', 'fulfilled'])
    const { rows } = await db.execute<{ votes: number }>(
      sql`select (distribution ->> 'probable')::int as votes from finding where round_id = ${roundId}`,
    )
    expect([3, 4]).toContain(rows[0]?.votes)
  })
})
