import { and, count, eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ballot, event, finding, round } from '@/db/schema'
import { LEVELS, type Level } from '@/domain/levels'
import { conclude } from '@/domain/round'
import { callAs } from '../harness/caller'
import type { Actor } from '@/domain/policy'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'
import { addScene } from '../harness/scene'

const VOTERS = 200
const ROUNDS = 20

const database = useDatabase({ max: 150 })

beforeAll(() => {
  // Four hundred stand in line for the connections: how long a busy machine takes is not what is tested.
  database.pool.options.connectionTimeoutMillis = 120_000
})

type Answer = { at: 'cast' | 'late'; accountId: string; level: Level }

describe('200 voters, each casting twice at once, with a reveal among them', () => {
  test(`${ROUNDS} rounds: no double, lost or late ballot, and one finding`, { timeout: 600_000 }, async () => {
    const { db } = database
    const voters: Actor[] = []
    for (let index = 0; index < VOTERS; index++) voters.push(await addPerson(db, { name: `Voter ${index}` }))
    const [opener] = voters
    if (!opener) throw new Error('no voter')
    const scene = await addScene(db, opener)
    let lastRoundId: string | null = null
    for (let number = 1; number <= ROUNDS; number++) {
      const view = await callAs(db, opener).round.open({
        claimId: scene.claimId,
        lastRoundId,
        reason: number === 1 ? '' : 'Once more, with everybody.',
      })
      const roundId = view.questions[0]?.claims[0]?.round?.id
      if (roundId === undefined) throw new Error('no round was opened')
      lastRoundId = roundId

      const cast = async (accountIndex: number, level: Level): Promise<Answer> => {
        const voter = voters[accountIndex]
        if (!voter) throw new Error('no such voter')
        const input = { roundId, level, reason: `${level} by ${accountIndex}`, isReasonPublic: false }
        try {
          await callAs(db, voter).ballot.cast(input)
          return { at: 'cast', accountId: voter.id, level }
        } catch (error) {
          expect(error).toMatchObject({
            code: 'PRECONDITION_FAILED',
            message: expect.stringContaining('over') as string,
          })
          return { at: 'late', accountId: voter.id, level }
        }
      }
      const levelAt = (index: number): Level => LEVELS[(index + number) % LEVELS.length] ?? 'unknown'
      // Some rounds are revealed early, some late, one after everybody.
      const delay = number === ROUNDS ? 0 : (number * 37) % 400
      const reveals = number === ROUNDS ? [] : [revealAfter(roundId, delay), revealAfter(roundId, delay + 5)]
      const answers = await Promise.all([
        ...voters.flatMap((_, index) => [cast(index, levelAt(index)), cast(index, levelAt(index + 3))]),
      ])
      const revealed = await Promise.all(reveals.length > 0 ? reveals : [revealAfter(roundId, 0)])
      await revealUntilDone(roundId)

      const ballots = await db.select().from(ballot).where(eq(ballot.roundId, roundId))
      const accepted = answers.filter((answer) => answer.at === 'cast')
      const byAccount = new Map(ballots.map((one) => [one.accountId, one]))
      // One each, none lost, none that was refused.
      expect(byAccount.size).toBe(ballots.length)
      expect(new Set(byAccount.keys())).toEqual(new Set(accepted.map((answer) => answer.accountId)))
      for (const [accountId, one] of byAccount)
        expect(accepted.some((answer) => answer.accountId === accountId && answer.level === one.level)).toBe(true)
      // One finding, and it is what the ballots say: nothing came after it.
      const findings = await db.select().from(finding).where(eq(finding.roundId, roundId))
      expect(findings).toHaveLength(1)
      expect(findings[0]).toMatchObject(conclude(ballots.map((one) => ({ level: one.level, isSuspended: false }))))
      expect(revealed.filter(Boolean).length).toBeLessThanOrEqual(1)
      // Every change left one event: a first ballot, or a sealed recast.
      const [events] = await db
        .select({ count: count() })
        .from(event)
        .where(and(eq(event.subjectId, roundId), inArray(event.kind, ['ballot.cast', 'ballot.recast'])))
      expect(events?.count).toBe(accepted.length)
      const [firsts] = await db
        .select({ count: count() })
        .from(event)
        .where(and(eq(event.subjectId, roundId), eq(event.kind, 'ballot.cast')))
      expect(firsts?.count).toBe(ballots.length)
    }

    async function revealAfter(roundId: string, milliseconds: number): Promise<boolean> {
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      try {
        await callAs(db, opener ?? null).round.reveal({ roundId })
        return true
      } catch {
        return false
      }
    }

    async function revealUntilDone(roundId: string): Promise<void> {
      const [row] = await db.select({ state: round.state }).from(round).where(eq(round.id, roundId))
      if (row?.state === 'open') expect(await revealAfter(roundId, 0)).toBe(true)
    }
  })
})

test('two who open a round at once: one round, and the other is told', async () => {
  const { db } = database
  const people = [await addPerson(db), await addPerson(db)]
  const [first] = people
  if (!first) throw new Error('nobody')
  const scene = await addScene(db, first)
  const outcomes = await Promise.allSettled(
    people.map((person) => callAs(db, person).round.open({ claimId: scene.claimId, lastRoundId: null, reason: '' })),
  )
  expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({ code: 'CONFLICT' })
  expect(await db.select().from(round).where(eq(round.claimId, scene.claimId))).toHaveLength(1)
})
