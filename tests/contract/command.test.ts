import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { event, party } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { command, type Scope } from '@/server/command'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'

const database = useDatabase()
const at = new Date('2026-03-01T00:00:00Z')

/** Adds a party, and leaves its event only when it is told to. */
const add = command(async ({ tx, input, record }: Scope<Actor, { id: string; isRecorded: boolean }>) => {
  await tx.insert(party).values({ id: input.id, kind: 'other', name: 'A party', createdAt: at })
  if (input.isRecorded) await record('party.created', { subjectId: input.id, detail: { name: 'A party' } })
})

test('a change without its event does not happen (rule 13)', async () => {
  const { db } = database
  const ctx = {
    db,
    actor: await addPerson(db),
    sessionId: null,
    address: '127.0.0.1',
    now: () => at,
  }
  await expect(add({ ctx, input: { id: randomUUID(), isRecorded: false } })).rejects.toThrow('no event')
  expect(await db.$count(party)).toBe(0)
  expect(await db.$count(event)).toBe(0)

  await add({ ctx, input: { id: randomUUID(), isRecorded: true } })
  expect(await db.$count(party)).toBe(1)
  expect(await db.$count(event)).toBe(1)
})
