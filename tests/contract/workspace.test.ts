import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readWorkspace } from '@/server/workspace/queries'
import { workspaceView } from '@/server/workspace/view'
import { useDatabase } from '../harness/database'
import { addIncident } from '../harness/material'
import { addPerson } from '../harness/people'

const database = useDatabase()

async function incidentWith(claims: number) {
  const { db } = database
  const actor = await addPerson(db)
  const { id } = await addIncident(db, actor.id, claims)
  return { id, actor }
}

async function statements(work: () => Promise<unknown>): Promise<number> {
  const { pool } = database
  const real = pool.query.bind(pool)
  let count = 0
  const counted = (...args: Parameters<typeof real>): unknown => {
    count += 1
    return (real as (...all: typeof args) => unknown)(...args)
  }
  pool.query = counted as typeof pool.query
  await work()
  pool.query = real
  return count
}

test('the workspace takes eight statements, however many claims it has', async () => {
  for (const claims of [1, 30]) {
    const { id, actor } = await incidentWith(claims)
    let view: unknown
    expect(await statements(async () => (view = await readWorkspace(database.db, actor, id)))).toBe(8)
    expect(workspaceView.parse(view).questions[0]?.claims).toHaveLength(claims)
  }
})

test('an incident that is not there is NOT_FOUND', async () => {
  const actor = await addPerson(database.db)
  await expect(readWorkspace(database.db, actor, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
