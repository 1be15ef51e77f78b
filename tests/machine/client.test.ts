import type { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { createDb, freezeDb, getDb, requireServer } from '@/db/client'
import { setEnv, SetupError } from '@/env'
import { useDatabase } from '../harness/database'

const database = useDatabase()

/** Unlike `once` of node:events, an error that comes before it does not end the wait. */
const emits = (emitter: EventEmitter, name: string) => new Promise((resolve) => emitter.once(name, resolve))

describe('a session', () => {
  test('keeps UTC and gives up on what takes too long', async () => {
    const { rows } = await database.pool.query(
      `select current_setting('timezone') zone, current_setting('statement_timeout') statement,
        current_setting('lock_timeout') lock, current_setting('idle_in_transaction_session_timeout') idle`,
    )
    expect(rows).toEqual([{ zone: 'UTC', statement: '30s', lock: '10s', idle: '30s' }])
  })

  test('that is cut, idle or in a transaction, costs one error and no more', async () => {
    const own = createDb(database.url, { max: 2 })
    const cut = () =>
      database.pool.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()',
      )
    await own.pool.query('select 1')
    const dropped = emits(own.pool, 'remove')
    await cut()
    await dropped
    const client = await own.pool.connect()
    await client.query('begin')
    const ended = emits(client, 'end')
    await cut()
    await ended
    await expect(client.query('select 1')).rejects.toThrow()
    client.release(true)
    expect((await own.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await own.close()
  })
})

test('a database that is frozen is of one moment on each connection, and nothing of it can be changed', async () => {
  const own = createDb(database.url, { max: 1 })
  await own.pool.query('create table probe as select 1 as number')
  setEnv({ DATABASE_URL: database.url })
  const thaw = await freezeDb()
  try {
    await own.pool.query('update probe set number = 2')
    const read = () => getDb().execute('select number from probe')
    const seen = await Promise.all([read(), read(), read()])
    expect(seen.map(({ rows }) => rows)).toEqual(Array(3).fill([{ number: 1 }]))
    await expect(getDb().execute('insert into probe values (3)')).rejects.toThrow()
  } finally {
    await thaw()
    await own.pool.query('drop table probe')
    setEnv({ DATABASE_URL: undefined })
    await own.close()
  }
})

test('a transaction that cannot even begin does not keep its connection', async () => {
  const own = createDb(database.url, { max: 1 })
  for (let round = 0; round < 5; round++) {
    await own.pool.query('select 1')
    await database.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await own.db.transaction((tx) => tx.execute('select 1')).catch(() => undefined)
    expect((await own.db.transaction((tx) => tx.execute('select 1 as one'))).rows).toEqual([{ one: 1 }])
  }
  await own.close()
})

describe('the server', () => {
  const answering = (number: string) => ({ query: () => Promise.resolve({ rows: [{ server_version_num: number }] }) })

  test('in use here is new enough', async () => {
    await requireServer(database.pool)
  })

  // No older server is at hand here: a stub answers as one.
  test('older than 15 is refused, and the message says which it is and what to do', async () => {
    await expect(requireServer(answering('140011'))).rejects.toThrow(SetupError)
    await expect(requireServer(answering('140011'))).rejects.toThrow(/PostgreSQL 14\.11.*15 or newer/)
    await expect(requireServer(answering('90624'))).rejects.toThrow(/15 or newer/)
    await expect(requireServer(answering(''))).rejects.toThrow(/15 or newer/)
    await requireServer(answering('150000'))
  })
})
