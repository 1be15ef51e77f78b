import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { useDatabase } from '@/tests/harness/database'
import { addPerson } from '@/tests/harness/people'
import { event, team } from './schema'
import { statement } from './statement'

const database = useDatabase()

test('a statement is built once, and runs wherever it is asked: in a transaction, or outside of it', async () => {
  let built = 0
  const read = statement('test_quorum', ['least'], (db, { least }) => {
    built++
    return db.select({ quorum: team.quorum }).from(team).where(eq(team.quorum, least))
  })
  const { db } = database
  await expect(
    db.transaction(async (tx) => {
      await tx.update(team).set({ quorum: 7 })
      expect(await read(tx, { least: 7 })).toEqual([{ quorum: 7 }])
      expect(await read(db, { least: 7 })).toEqual([])
      throw new Error('taken back')
    }),
  ).rejects.toThrow('taken back')
  expect(await read(db, { least: 3 })).toEqual([{ quorum: 3 }])
  expect(built).toBe(1)
})

test('what is mapped on its way in and out is mapped here, too', async () => {
  const { id } = await addPerson(database.db)
  const keys = ['at', 'kind', 'subjectId', 'detail'] as const
  const insert = statement('test_event', keys, (db, values) => db.insert(event).values({ id, ...values }))
  const read = statement('test_events', ['id'], (db, value) =>
    db.query.event.findFirst({ where: (t) => eq(t.id, value.id), columns: { at: true, detail: true } }),
  )
  const row = { at: new Date('2026-03-01T12:00:00.123Z'), kind: 'team.changed', detail: { a: [1, 'b'] } }
  await insert(database.db, { ...row, subjectId: id })
  expect(await read(database.db, { id })).toEqual({ at: row.at, detail: row.detail })
})
