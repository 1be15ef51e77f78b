import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '@/db/client'
import { account, event, incident, session } from '@/db/schema'
import type { Actor } from '@/domain/policy'
import { appRouter } from '@/server/router'
import { createCallerFactory } from '@/server/trpc'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { refusedBy } from '../harness/desk'
import { openSession, setTestEnv } from '../harness/http'
import { addPerson } from '../harness/people'
import { beginIncident } from '../harness/scene'
import { untilWaiting } from '../harness/waiting'

// Who somebody is was read when the request came in. What counts is who they are when the change happens.
const database = useDatabase()
const create = createCallerFactory(appRouter)
const titled = { title: 'A fire', type: 'strike' as const, occurred: null, placeId: null, partyIds: [], tags: [] }

beforeAll(async () => {
  setTestEnv()
  // Nobody of these tests is the last of a rank.
  await addPerson(database.db, { role: 'lead', isAdmin: true })
})

/** A person whose request has come in, and the request. */
async function underWay(role: 'editor' | 'lead' = 'lead') {
  const { db } = database
  const actor = await addPerson(db, { role })
  const { id: sessionId } = await openSession(db, actor.id)
  const call = create({ db, actor, sessionId, address: '127.0.0.1', now: () => new Date() })
  return { actor, sessionId, call }
}

const leftBy = ({ id }: Actor) => database.db.$count(event, eq(event.actorId, id))

type Under = Awaited<ReturnType<typeof underWay>>
const MEANWHILE: Record<string, (tx: Tx, under: Under) => Promise<unknown>> = {
  suspended: (tx, { actor }) => tx.update(account).set({ suspendedAt: new Date() }).where(eq(account.id, actor.id)),
  'signed out': (tx, { sessionId }) => tx.update(session).set({ endedAt: new Date() }).where(eq(session.id, sessionId)),
}

describe('somebody who meanwhile is', () => {
  test.each(Object.entries(MEANWHILE))('%s changes nothing any more', async (_, become) => {
    const under = await underWay()
    await byHand(database.db, [['account.suspended', under.actor.id]], (tx) => become(tx, under))
    expect(await refusedBy(under.call.incident.create(titled))).toEqual({ code: 'UNAUTHORIZED' })
    expect(await leftBy(under.actor)).toBe(0)
  })

  test('no lead any more does nothing that only leads do', async () => {
    const { actor, call } = await underWay()
    const { incidentId } = await beginIncident(database.db, await addPerson(database.db))
    await byHand(database.db, [['account.role-set', actor.id]], (tx) =>
      tx.update(account).set({ role: 'editor' }).where(eq(account.id, actor.id)),
    )
    const closing = {
      id: incidentId,
      version: 1,
      closeReason: 'not_published',
      duplicateOf: null,
      note: 'Empty.',
    } as const
    expect(await refusedBy(call.incident.close(closing))).toEqual({ code: 'FORBIDDEN', rule: 'policy.role' })
  })
})

test('a suspension under way is waited for, and holds', async () => {
  const { db, pool } = database
  const { actor, call } = await underWay()
  let begun: Promise<unknown> = Promise.resolve()
  await byHand(db, [['account.suspended', actor.id]], async (tx) => {
    await tx.select().from(account).where(eq(account.id, actor.id)).for('update')
    await tx.update(account).set({ suspendedAt: new Date() }).where(eq(account.id, actor.id))
    begun = refusedBy(call.incident.create(titled))
    await untilWaiting(pool, 1)
  })
  expect(await begun).toEqual({ code: 'UNAUTHORIZED' })
  expect(await leftBy(actor)).toBe(0)
})

test('a change under way is waited for by the suspension', async () => {
  const { db, pool } = database
  const { actor, call } = await underWay()
  const { incidentId } = await beginIncident(db, actor)
  const admin = callAs(db, await addPerson(db, { isAdmin: true }))
  const done: string[] = []
  let both: Promise<unknown> = Promise.resolve()
  await db.transaction(async (tx) => {
    await tx.select().from(incident).where(eq(incident.id, incidentId)).for('update')
    const asked = { incidentId, kind: 'what', text: `What ${randomUUID()}?` } as const
    const changed = call.question.add(asked).then(() => done.push('changed'))
    await untilWaiting(pool, 1)
    const suspended = admin.account.suspend({ id: actor.id, version: 1 }).then(() => done.push('suspended'))
    await untilWaiting(pool, 2)
    both = Promise.all([changed, suspended])
  })
  await both
  expect(done).toEqual(['changed', 'suspended'])
})
