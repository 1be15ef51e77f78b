import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { account } from '@/db/schema'
import { eq } from 'drizzle-orm'
import { byHand } from '../harness/by-hand'
import { answerOf, procedures, requestOf, send, setTestEnv } from '../harness/http'
import { damaged } from '../harness/fuzz'
import { seedOf } from '../harness/seed'
import { table } from '../harness/table/all'
import { useWorld } from '../harness/use-world'

const RUNS = 200
const seed = seedOf('fuzz')

const world = useWorld()

// Somebody who may do everything, so that nothing stops at the role: a lead who is an admin too.
beforeAll(async () => {
  const { id } = world.made.people.lead
  await byHand(world.db, [['account.role-set', id]], (tx) =>
    tx.update(account).set({ isAdmin: true }).where(eq(account.id, id)),
  )
  setTestEnv({ LOG_LEVEL: 'silent' })
})

/** What was sent, for the report of a failure. */
const sentFor = async (request: Request): Promise<string> =>
  (request.method === 'POST' ? await request.text() : request.url).slice(0, 1_000)

describe(`${RUNS} inputs to each procedure, and no server error`, () => {
  test.each([...procedures.keys()])('%s', { timeout: 120_000 }, async (path) => {
    const { made, pool } = world
    const good = (table[path] ?? []).map((row) => row.input(made, 'lead'))
    const cookie = made.cookie('lead')
    const answers = new Map<string, number>()
    for (const input of fc.sample(damaged(good), { numRuns: RUNS, seed })) {
      const answer = await pool.attempt(async () => answerOf(await send(requestOf(path, input, cookie))))
      answers.set(answer.code, (answers.get(answer.code) ?? 0) + 1)
      if (answer.status >= 500)
        throw new Error(`${answer.status} to ${await sentFor(requestOf(path, input, cookie))}\n${answer.text}`)
      expect(answer.text).not.toMatch(/ at .*\.ts:\d|node_modules|select "|insert into "/)
    }
    expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBe(RUNS)
  })
})
