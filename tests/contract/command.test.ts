import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { event, party } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { command, type Scope } from '@/server/command'
import { byHand } from '../harness/by-hand'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'

// One connection, so that each transaction follows another of the same session.
const database = useDatabase({ max: 1 })
const at = new Date('2026-03-01T00:00:00Z')
const partyOf = (id: string) => ({ id, kind: 'other' as const, name: 'A party', createdAt: at })
const refusal = { cause: { code: '27000', constraint: 'party_leaves_event' } }

let actor: Actor
beforeAll(async () => {
  actor = await addPerson(database.db)
})

type How = 'said' | 'silent' | 'denied' | 'of another'

/** Adds a party, and leaves its event only when it is told to. */
const add = command(async ({ tx, input, record, unchanged }: Scope<Actor, { id: string; how: How }>) => {
  await tx.insert(party).values(partyOf(input.id))
  const detail = { name: 'A party' }
  if (input.how === 'said') await record('party.created', { subjectId: input.id, detail })
  if (input.how === 'of another') await record('party.created', { subjectId: randomUUID(), detail })
  if (input.how === 'denied') unchanged()
})

async function left(how: How): Promise<{ parties: number; events: number }> {
  const { db } = database
  const id = randomUUID()
  const before = await db.$count(event)
  await add({ ctx: { db, actor, sessionId: null, address: '127.0.0.1', now: () => at }, input: { id, how } }).catch(
    () => undefined,
  )
  return { parties: await db.$count(party, eq(party.id, id)), events: (await db.$count(event)) - before }
}

describe('a change without its event does not happen (rule 13)', () => {
  test.each([
    ['said', 1],
    ['silent', 0],
    ['denied', 0],
    ['of another', 0],
  ] as const)('a command whose event is %s', async (how, kept) => {
    expect(await left(how)).toEqual({ parties: kept, events: kept })
  })

  test('nor by any other way to the tables', async () => {
    const { db } = database
    const id = randomUUID()
    await byHand(db, [['party.created', id]], (tx) => tx.insert(party).values(partyOf(id)))
    // What an earlier transaction left counts no more.
    await expect(db.update(party).set({ name: 'Another' }).where(eq(party.id, id))).rejects.toMatchObject(refusal)
    await byHand(db, [['party.changed', id]], (tx) => tx.update(party).set({ name: 'Another' }).where(eq(party.id, id)))
    expect(await db.select({ name: party.name }).from(party).where(eq(party.id, id))).toEqual([{ name: 'Another' }])
  })

  test('an event that was taken back with its savepoint counts no more', async () => {
    const { db } = database
    const id = randomUUID()
    const attempt = db.transaction(async (tx) => {
      await byHand(tx, [['party.created', id]], () => Promise.reject(new Error('no'))).catch(() => undefined)
      await tx.insert(party).values(partyOf(id))
    })
    await expect(attempt).rejects.toMatchObject(refusal)
  })
})

test('a database whose disk is full is told apart from a fault of ours, and nothing is kept', async () => {
  const { db } = database
  const id = randomUUID()
  const fill = command(async ({ tx, record }: Scope<Actor, null>) => {
    await tx.insert(party).values(partyOf(id))
    await record('party.created', { subjectId: id, detail: { name: 'A party' } })
    await tx.execute(sql`do $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`)
  })
  const filled = fill({ ctx: { db, actor, sessionId: null, address: '127.0.0.1', now: () => at }, input: null })
  await expect(filled).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: expect.stringContaining('disk of the database is full') as string,
  })
  expect(await db.$count(party, eq(party.id, id))).toBe(0)
})
