import { randomUUID } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ballot, event } from '@/db/schema'
import { LEVELS, type Level } from '@/domain/levels'
import type { Actor } from '@/domain/policy'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addScene, only } from '../harness/scene'

const PAIRS = 50

const database = useDatabase()

/** The world: an open round in which `mine` and others have voted, short of its quorum of 3 or past it. */
type World = {
  incidentId: string
  claimId: string
  roundId: string
  mine: Actor
  others: Actor[]
  viewers: (Actor | null)[]
}
let world: World

beforeAll(async () => {
  const { db } = database
  const mine = await addPerson(db, { name: 'Ana' })
  const others = [await addPerson(db, { name: 'Ben' }), await addPerson(db, { name: 'Cleo' })]
  const outsiders = [
    await addPerson(db, { role: 'observer' }),
    await addPerson(db, { role: 'lead', isAdmin: true }),
    await addPerson(db, { name: 'Dan' }),
  ]
  const scene = await addScene(db, mine)
  const view = await callAs(db, mine).round.open({ claimId: scene.claimId, lastRoundId: null, reason: '' })
  const roundId = only(only(view.questions).claims).round?.id
  if (roundId === undefined) throw new Error('no round')
  for (const voter of [mine, ...others])
    await callAs(db, voter).ballot.cast({ roundId, level: 'probable', reason: 'Seen.', isReasonPublic: false })
  world = { ...scene, roundId, mine, others, viewers: [mine, ...outsiders, null] }
})

/** Every response of the desk that speaks of votes, as text; what a command is refused for is a response too. */
async function responses(viewer: Actor | null): Promise<string[]> {
  const { incidentId, claimId, roundId } = world
  const call = callAs(database.db, viewer, () => new Date('2026-03-01T12:00:00Z'))
  const asked: (() => Promise<unknown>)[] = [
    () => call.incident.get({ id: incidentId }),
    () => call.incident.list({}),
    () => call.incident.list({ level: 'probable' }),
    () => call.incident.list({ status: 'voting' }),
    () => call.search.find({ level: 'probable' }),
    () => call.search.find({ level: 'none', kind: 'claim' }),
    () => call.search.count({ level: 'probable' }),
    () => call.event.list({ incidentId, limit: 100 }),
    () => call.event.list({ incidentId, limit: 3 }),
    () => call.ballot.pending({}),
    () => call.desk.home(),
    () => call.desk.waiting(),
    // Refused, each for its own reason.
    () => call.round.open({ claimId, lastRoundId: null, reason: 'x' }),
    () => call.round.open({ claimId, lastRoundId: roundId, reason: '' }),
    () => call.ballot.cast({ roundId, level: 'unknown', reason: '', isReasonPublic: false }),
    () => call.ballot.recuse({ roundId, reason: ' ' }),
    () => call.claim.withdraw({ id: claimId, version: 1, reason: 'x' }),
  ]
  const answers = []
  for (const ask of asked) answers.push(await ask().then(said, said))
  return answers
}

function said(answer: unknown): string {
  return JSON.stringify(answer, (_key, value: unknown) =>
    value instanceof Error
      ? { ...Object.fromEntries(Object.entries(value)), message: value.message, cause: value.cause }
      : value,
  )
}

async function everything(): Promise<string[]> {
  const answers = []
  for (const viewer of world.viewers) answers.push(...(await responses(viewer)))
  return answers
}

/** Another world: what others voted, why, and how often, is something else. Who has voted stays. */
async function alter(seed: number): Promise<void> {
  const { db } = database
  const { roundId, mine, others, incidentId } = world
  for (const [index, other] of others.entries()) {
    const level: Level = LEVELS[(seed + index * 3) % LEVELS.length] ?? 'unknown'
    const reason = 'r'.repeat((seed * 31 + index) % 400) + '.'
    await byHand(db, [['ballot.cast', roundId]], (tx) =>
      tx
        .update(ballot)
        .set({ level, reason, isReasonPublic: seed % 2 === 0 })
        .where(and(eq(ballot.roundId, roundId), eq(ballot.accountId, other.id), ne(ballot.accountId, mine.id))),
    )
    for (let again = 0; again < seed % 3; again++)
      await db.insert(event).values({
        id: randomUUID(),
        at: new Date(),
        kind: 'ballot.recast',
        actorId: other.id,
        incidentId,
        subjectId: roundId,
        detail: {},
        isSealed: true,
      })
  }
}

describe('while a round is open', () => {
  test(`${PAIRS} worlds in which others voted otherwise look the same to everybody`, { timeout: 300_000 }, async () => {
    const first = await everything()
    expect(first.some((answer) => answer.includes('"voters"'))).toBe(true)
    for (let seed = 1; seed <= PAIRS; seed++) {
      await alter(seed)
      // All viewers now and then, one of them each time.
      const viewer = world.viewers[seed % world.viewers.length] ?? null
      const offset = world.viewers.indexOf(viewer) * (first.length / world.viewers.length)
      const again = seed % 10 === 0 ? await everything() : await responses(viewer)
      expect(again).toEqual(seed % 10 === 0 ? first : first.slice(offset, offset + again.length))
    }
  })

  test('what casting returns is the same whatever others voted', async () => {
    const dan = world.viewers[3] ?? null
    const cast = () =>
      callAs(database.db, dan).ballot.cast({
        roundId: world.roundId,
        level: 'possible',
        reason: '',
        isReasonPublic: false,
      })
    await cast()
    const before = said(await cast())
    await alter(7)
    expect(said(await cast())).toBe(before)
  })

  test('the comparison itself is proved: a level that leaks turns it red', async () => {
    const leak = async () => {
      const rows = await database.db
        .select({ level: ballot.level })
        .from(ballot)
        .where(eq(ballot.roundId, world.roundId))
      return said(rows.map(({ level }) => level).toSorted())
    }
    await alter(1)
    const first = await leak()
    await alter(2)
    expect(await leak()).not.toBe(first)
  })
})
