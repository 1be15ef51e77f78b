import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { account, ballot, event, evidence, finding, lineage, round, team } from '@/db/schema'
import type { Level } from '@/domain/levels'
import type { Actor } from '@/domain/policy'
import { byHand, TEAM } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addParty } from '../harness/material'
import { addEvidence, addScene, only } from '../harness/scene'
import { readSubject } from '@/server/claim/queries'
import { claimStates } from '@/server/workspace/claim-state'
import { loadPicture } from '@/server/workspace/picture'

const database = useDatabase()

async function world(origins = 2) {
  const { db } = database
  const voters: Actor[] = []
  for (const name of ['Ana', 'Ben', 'Cleo', 'Dan']) voters.push(await addPerson(db, { name }))
  const [ana, ben, cleo, dan] = voters
  if (!ana || !ben || !cleo || !dan) throw new Error('nobody')
  const observer = await addPerson(db, { role: 'observer' })
  const scene = await addScene(db, ana, origins)
  const open = async (lastRoundId: string | null = null, reason = '') => {
    const view = await callAs(db, ana).round.open({ claimId: scene.claimId, lastRoundId, reason })
    const opened = only(only(view.questions).claims).round
    if (!opened) throw new Error('no round')
    return opened
  }
  const cast = (who: Actor, roundId: string, level: Level, reason = 'Because.') =>
    callAs(db, who).ballot.cast({ roundId, level, reason, isReasonPublic: false })
  return { db, ana, ben, cleo, dan, observer, ...scene, open, cast }
}

const refusedBy = (rule: string) => ({ code: 'PRECONDITION_FAILED', cause: { detail: { refusal: { rule } } } })

describe('opening', () => {
  test('needs evidence, an editor, and the newest round as it was seen', async () => {
    const { db, ana, observer, claimId, pieces } = await world()
    const input = { claimId, lastRoundId: null, reason: '' }
    await expect(callAs(db, observer).round.open(input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(callAs(db, ana).round.open({ ...input, claimId: randomUUID() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(callAs(db, ana).round.open({ ...input, lastRoundId: randomUUID() })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    for (const piece of pieces)
      await byHand(db, [['evidence.withdrawn', piece.evidenceId]], (tx) =>
        tx
          .update(evidence)
          .set({ withdrawnAt: new Date(), withdrawnBy: ana.id, withdrawnReason: 'No.' })
          .where(eq(evidence.id, piece.evidenceId)),
      )
    await expect(callAs(db, ana).round.open(input)).rejects.toMatchObject(refusedBy('round.evidence'))
  })

  test('again on the same evidence needs a reason; on other evidence it does not, and one’s ballot is a draft', async () => {
    const { db, ana, claimId, incidentId, open, cast } = await world()
    const first = await open()
    await cast(ana, first.id, 'probable', 'Two of them saw it.')
    await expect(open(first.id)).rejects.toMatchObject(refusedBy('round.same-evidence'))
    await addEvidence(db, { incidentId, claimId, by: ana, originPartyId: await addParty(db, 'A third') })
    const second = await open(first.id)
    expect(second).toMatchObject({
      number: 2,
      voters: [],
      mine: null,
      draft: { level: 'probable', reason: 'Two of them saw it.' },
    })
    expect(await db.select({ state: round.state }).from(round).where(eq(round.id, first.id))).toEqual([
      { state: 'superseded' },
    ])
    // Never revealed, so never read by anybody.
    expect(second.earlierReasons).toEqual([])
  })

  test('fixes the team’s quorum', async () => {
    const { db, open } = await world()
    const set = (quorum: number) => byHand(db, [['team.changed', TEAM]], (tx) => tx.update(team).set({ quorum }))
    await set(2)
    expect((await open()).fixedQuorum).toBe(2)
    await set(3)
  })

  test('or the number of those who can vote, where that is smaller: no observer, and nobody who is suspended', async () => {
    const { db, open } = await world()
    await addPerson(db, { isSuspended: true })
    const set = (quorum: number) => byHand(db, [['team.changed', TEAM]], (tx) => tx.update(team).set({ quorum }))
    await set(50)
    const all = await db.select().from(account)
    const able = all.filter(({ role, suspendedAt }) => role !== 'observer' && suspendedAt === null)
    expect(able.length).toBeLessThan(all.length - 1)
    expect((await open()).fixedQuorum).toBe(able.length)
    await set(3)
  })
})

describe('casting', () => {
  test('is one ballot each, recast until the reveal and never after', async () => {
    const { db, ana, ben, cleo, open, cast } = await world()
    const { id } = await open()
    await cast(ana, id, 'probable')
    await cast(ana, id, 'doubtful')
    await cast(ben, id, 'possible')
    await cast(cleo, id, 'possible')
    expect(await db.select().from(ballot).where(eq(ballot.roundId, id))).toHaveLength(3)
    await callAs(db, ana).round.reveal({ roundId: id })
    await expect(cast(ana, id, 'probable')).rejects.toMatchObject(refusedBy('round.closed'))
    await expect(callAs(db, ana).ballot.recuse({ roundId: id, reason: 'Late.' })).rejects.toMatchObject(
      refusedBy('round.closed'),
    )
  })

  test('“confirmed” takes two independent origins', async () => {
    const { ana, open, cast } = await world(1)
    const opened = await open()
    expect(opened.can.confirm).toMatchObject({ allowed: false, rule: 'round.confirmed' })
    await expect(cast(ana, opened.id, 'confirmed')).rejects.toMatchObject(refusedBy('round.confirmed'))
    await cast(ana, opened.id, 'probable')
  })

  test('needs a reason at both ends and for unknown', async () => {
    const { ana, open, cast } = await world()
    const { id } = await open()
    for (const level of ['confirmed', 'improbable', 'unknown'] as const)
      await expect(cast(ana, id, level, ' ')).rejects.toMatchObject(refusedBy('round.reason'))
    await cast(ana, id, 'possible', '')
  })

  test('is an editor’s, in a round there is', async () => {
    const { ana, observer, open, cast } = await world()
    const { id } = await open()
    await expect(cast(observer, id, 'possible')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(cast(ana, randomUUID(), 'possible')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('stops when the evidence changes, and so does the reveal', async () => {
    const { db, ana, ben, cleo, claimId, open, cast } = await world()
    const { id } = await open()
    for (const who of [ana, ben, cleo]) await cast(who, id, 'probable')
    await callAs(db, ana).claim.edit({
      id: claimId,
      version: 1,
      text: 'At least one depot burned.',
      claimantIds: [],
      firstSourceId: null,
      firstAppeared: null,
    })
    await expect(cast(ben, id, 'possible')).rejects.toMatchObject(refusedBy('round.fingerprint'))
    await expect(callAs(db, ana).round.reveal({ roundId: id })).rejects.toMatchObject(refusedBy('round.fingerprint'))
  })
})

describe('the reveal', () => {
  test('waits for the quorum, which recusals lower, and says how many are missing', async () => {
    const { db, ana, ben, cleo, open, cast } = await world()
    const { id } = await open()
    await cast(ana, id, 'probable')
    await expect(callAs(db, ana).round.reveal({ roundId: id })).rejects.toMatchObject(refusedBy('round.quorum'))
    const after = await callAs(db, cleo).ballot.recuse({ roundId: id, reason: 'I know the owner.' })
    expect(after).toMatchObject({ fixedQuorum: 3, quorum: 2 })
    await cast(ben, id, 'possible')
    const view = await callAs(db, ben).round.reveal({ roundId: id })
    const claim = only(only(view.questions).claims)
    expect(claim.round).toBeNull()
    expect(claim.finding).toMatchObject({ level: 'possible', spread: 1, isStale: false })
    expect(claim.finding?.reasons.map(({ reason }) => reason)).toEqual(['Because.', 'Because.'])
    expect(JSON.stringify(claim)).not.toContain('I know the owner.')
    expect(await db.select().from(finding).where(eq(finding.roundId, id))).toHaveLength(1)
    await expect(callAs(db, ben).round.reveal({ roundId: id })).rejects.toMatchObject(refusedBy('round.closed'))
  })

  test('leaves a suspended account’s ballot out', async () => {
    const { db, ana, ben, cleo, dan, open, cast } = await world()
    const { id } = await open()
    await cast(dan, id, 'improbable')
    for (const who of [ana, ben]) await cast(who, id, 'probable')
    await byHand(db, [['account.suspended', dan.id]], (tx) =>
      tx.update(account).set({ suspendedAt: new Date() }).where(eq(account.id, dan.id)),
    )
    await expect(callAs(db, ana).round.reveal({ roundId: id })).rejects.toMatchObject(refusedBy('round.quorum'))
    await cast(cleo, id, 'probable')
    const view = await callAs(db, ana).round.reveal({ roundId: id })
    expect(only(only(view.questions).claims).finding).toMatchObject({
      level: 'probable',
      distribution: { improbable: 0, probable: 3 },
    })
  })

  test('its finding goes stale with the evidence, and a new round shows the reasons, unnamed', async () => {
    const { db, ana, ben, cleo, claimId, incidentId, open, cast } = await world()
    const { id } = await open()
    for (const who of [ana, ben, cleo]) await cast(who, id, 'probable', `Said by somebody.`)
    await callAs(db, ana).round.reveal({ roundId: id })
    await addEvidence(db, { incidentId, claimId, by: ana, stance: 'disputes' })
    const stale = only(only((await callAs(db, ben).incident.get({ id: incidentId })).questions).claims)
    expect(stale).toMatchObject({ finding: { isStale: true }, needsReasonToOpen: false })
    const second = await open(id)
    expect(second.earlierReasons).toHaveLength(3)
  })
})

test('the history tells who voted, never that they voted again', async () => {
  const { db, ana, incidentId, open, cast } = await world()
  const { id } = await open()
  for (const level of ['probable', 'possible', 'doubtful'] as const) await cast(ana, id, level)
  const history = await callAs(db, ana).event.list({ incidentId, limit: 100 })
  expect(history.items.filter(({ kind }) => kind.startsWith('ballot.')).map(({ kind }) => kind)).toEqual([
    'ballot.cast',
  ])
  const kept = await db.select().from(event).where(eq(event.subjectId, id))
  expect(kept.filter(({ kind }) => kind === 'ballot.recast')).toHaveLength(2)
  expect(kept.every(({ detail }) => !JSON.stringify(detail).includes('Because'))).toBe(true)
})

test('all my open rounds stand in one pass until I have voted', async () => {
  const { db, dan, claimId, open, cast } = await world()
  const { id } = await open()
  const mine = async () => {
    const page = await callAs(db, dan).ballot.pending({ limit: 20 })
    return page.items.find((item) => item.round.id === id)
  }
  expect(await mine()).toMatchObject({
    claim: { id: claimId },
    originsCount: 2,
    evidence: [{ group: expect.any(Number) as number }, {}],
  })
  const home = await callAs(db, dan).desk.home()
  expect(home.rounds.items.some((item) => item.roundId === id) || home.rounds.more).toBe(true)
  await cast(dan, id, 'possible')
  expect(await mine()).toBeUndefined()
})

test('what a ballot reads of its claim is what the whole picture says', async () => {
  const { db, ana, claimId, incidentId, pieces } = await world(3)
  const [a, b] = pieces
  if (!a || !b) throw new Error('no pieces')
  const edge = { sourceId: a.sourceId, ofId: b.sourceId, reason: 'Same words.', drawnBy: ana.id, drawnAt: new Date() }
  for (const kind of ['reprint', 'quotes'] as const) {
    const row = { id: randomUUID(), ...edge, kind, state: 'confirmed' } as const
    await byHand(db, [['lineage.drawn', row.id]], (tx) => tx.insert(lineage).values(row))
  }
  const outlet = await addParty(db, 'Outlet')
  await callAs(db, ana).incident.setSides({
    id: incidentId,
    version: 1,
    sides: [{ id: null, name: 'North', partyIds: [outlet] }],
  })
  await addEvidence(db, { incidentId, claimId, by: ana, originPartyId: outlet })
  await addEvidence(db, { incidentId, claimId, by: ana })
  const picture = await loadPicture(db, incidentId, ana.id)
  if (!picture) throw new Error('no picture')
  const state = only(claimStates(picture))
  const subject = await readSubject(db, { id: claimId, text: state.claim.text, incidentId })
  expect(subject.fingerprint).toBe(state.fingerprint)
  expect(subject.origins).toEqual(state.origins)
})
