import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/domain/policy'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { refusedBy } from '../harness/desk'
import { addText, rangeOf } from '../harness/material'
import { addPerson } from '../harness/people'
import { beginIncident } from '../harness/scene'
import { untilWaiting } from '../harness/waiting'

const database = useDatabase()

let author: Actor, lead: Actor, second: Actor
let here = '',
  there = ''
beforeAll(async () => {
  const { db } = database
  author = await addPerson(db)
  second = await addPerson(db)
  lead = await addPerson(db, { role: 'lead' })
  here = (await beginIncident(db, author)).incidentId
  there = (await beginIncident(db, author, 'Another fire')).incidentId
})

/** One source in two incidents, and a proposal to redact its capture, made in the first. */
async function proposed() {
  const { db } = database
  const secret = `the witness ${randomUUID()}`
  const text = `He gave the name of ${secret} to the paper.`
  const call = callAs(db, author)
  const { sourceId, captureId } = await addText(call, here, text, { title: 'Named' })
  await call.source.link({ incidentId: there, sourceId })
  const target = { kind: 'capture' as const, captureId }
  const { redactions } = await callAs(db, lead).redaction.propose({
    incidentId: here,
    target,
    publicReason: 'For safety.',
  })
  const confirm = () => callAs(db, second).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
  const cut = () =>
    call.evidence.attach({ incidentId: there, captureId, ...rangeOf(text, secret), origin: { kind: 'unknown' } })
  return { captureId, secret, confirm, cut }
}

/** Every place that still holds the words. */
async function leftOf({ captureId, secret }: { captureId: string; secret: string }) {
  const { rows } = await database.db.execute(sql`
    select 'capture' as at from capture where id = ${captureId} and text is not null union all
    select 'excerpt' from excerpt where capture_id = ${captureId} and (exact <> '' or withdrawn_at is null) union all
    select 'event' from event where strpos(detail::text, ${secret}) > 0`)
  return rows
}

test.each([
  ['first', 0],
  ['second', 1],
])(
  'a passage cut from another incident in the instant of its redaction, %s in the queue, is gone',
  async (_, place) => {
    const scene = await proposed()
    const { confirm, cut } = scene
    const holder = await database.pool.connect()
    await holder.query('begin')
    await holder.query('select from capture where id = $1 for update', [scene.captureId])
    const acts = place === 0 ? [cut, confirm] : [confirm, cut]
    const begun: Promise<unknown>[] = []
    for (const [index, act] of acts.entries()) {
      begun.push(act())
      await untilWaiting(database.pool, index + 1)
    }
    await holder.query('commit')
    holder.release()
    const [first, second] = await Promise.allSettled(begun)
    const [cutting, confirming] = place === 0 ? [first, second] : [second, first]
    expect(confirming).toMatchObject({ status: 'fulfilled' })
    if (cutting?.status === 'rejected')
      expect(await refusedBy(Promise.reject(cutting.reason as Error))).toMatchObject({ rule: 'capture.redacted' })
    expect(await leftOf(scene)).toEqual([])
  },
)

test('cut and redacted at once, five times over: nothing of it is left, and neither hangs', async () => {
  for (let round = 0; round < 5; round++) {
    const scene = await proposed()
    const { confirm, cut } = scene
    const [confirming] = await Promise.allSettled([confirm(), cut()])
    expect(confirming).toMatchObject({ status: 'fulfilled' })
    expect(await leftOf(scene)).toEqual([])
  }
})
