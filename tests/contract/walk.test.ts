import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appRouter } from '@/server/router'
import { publishingProcedure } from '@/server/trpc'
import { procedures, callOverHttp, setTestEnv } from '../harness/http'
import { table } from '../harness/table/all'
import { useWorld } from '../harness/use-world'
import { ROLES_WALKED } from '../harness/world-people'

const STATUS: Readonly<Record<string, number>> = {
  ok: 200,
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
}

const world = useWorld()

beforeAll(() => {
  setTestEnv({ LOG_LEVEL: 'silent' })
})
afterAll(() => {
  setTestEnv()
})

test('every procedure is in the table, and nothing else is', () => {
  expect(Object.keys(table).toSorted()).toEqual([...procedures.keys()].toSorted())
})

// The check itself: it looks at rows only where some were written, and must see each time what it is to see.
test('a change is found, and so is that it was taken back', async () => {
  const { pool, changed } = world
  for (const organisation of ['Another', 'And another']) {
    expect(await changed()).toEqual([])
    await pool.attempt(async () => {
      await pool.ask('update team set organisation = $1', [organisation])
      expect(await changed()).toEqual(['team'])
      expect(await changed()).toEqual(['team'])
    })
    expect(await changed()).toEqual([])
  }
})

/** Nothing but when a session was last seen, or what an act that changes nothing leaves. */
const isKeptAsItWas = (touched: readonly string[]): boolean => !touched.includes('event')

type Steps = { _def: { middlewares: readonly unknown[] } }
const stepsOf = (procedure: unknown) => (procedure as Steps)._def.middlewares

/** Those that are acknowledged once no instance shows what was before. */
const publishing = Object.entries(appRouter._def.procedures)
  .filter(([, procedure]) => stepsOf(procedure).includes(stepsOf(publishingProcedure).at(-1)))
  .map(([path]) => path)

describe.each(Object.entries(table))('%s', (path, rows) => {
  test.each(rows.map((row) => [row.state, row] as const))('%s', async (_, row) => {
    const { pool, made, changed } = world
    const got: Record<string, string> = {}
    for (const who of ROLES_WALKED)
      await pool.attempt(async () => {
        const answer = await callOverHttp(path, row.input(made, who), made.cookie(who))
        got[who] = answer.code
        expect(answer.status, `${who}: ${answer.text.slice(0, 300)}`).toBe(STATUS[answer.code])
        const isRead = procedures.get(path) === 'query'
        const touched = await changed()
        if (answer.code !== 'ok' || isRead) expect(touched, `${who}: ${answer.code}, and yet`).toEqual([])
        // What readers see changes by these alone, and by each of them.
        else if (!isKeptAsItWas(touched))
          expect(touched.includes('public_record'), touched.join(', ')).toBe(publishing.includes(path))
      })
    expect(got).toEqual(row.cells)
  })
})
