import { drizzle } from 'drizzle-orm/node-postgres'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Client, Pool } from 'pg'
import type { ClientBase, ClientConfig, PoolConfig } from 'pg'
import { env, SetupError } from '../env'
import * as schema from './schema'

export type Db = NodePgDatabase<typeof schema>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
/** Whatever a query can run on: the pool, or the transaction in hand. */
export type Reader = Db | Tx

export interface Connection {
  db: Db
  pool: Pool
  close: () => Promise<void>
}

/** What every session of the program starts with; times in milliseconds. */
const session = {
  application_name: 'assay',
  options: '-c timezone=UTC',
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
} satisfies ClientConfig

/** A pool on one database. It outlives restarts of the server: a lost connection is dropped and made anew. */
export function createDb(url: string, { max = 20 }: { max?: number } = {}): Connection {
  const pool = createPool(url, max)
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() }
}

function createPool(url: string, max: number, more: PoolConfig = {}): Pool {
  const pool = new Pool({ ...session, connectionString: url, max, idleTimeoutMillis: 30_000, ...more })
  // Without listeners a connection that breaks, idle or in use, would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.connect = returningLost(pool)
  return pool
}

/**
 * A transaction whose very `begin` meets a lost connection is never given back by drizzle 0.45, and the pool would
 * run dry. So a connection that ends while it is lent goes back by itself, and giving it back twice does no harm.
 */
function returningLost(pool: Pool): Pool['connect'] {
  const lend = pool.connect.bind(pool)
  return function connect(done?: Parameters<Pool['connect']>[0]) {
    if (done !== undefined) {
      lend(done)
      return undefined
    }
    return lend().then((client) => {
      const giveBack = client.release.bind(client)
      const onEnd = (): void => {
        client.release(true)
      }
      let isLent = true
      client.release = (lost) => {
        if (!isLent) return
        isLent = false
        client.off('end', onEnd)
        giveBack(lost)
      }
      client.once('end', onEnd)
      return client
    })
  } as Pool['connect']
}

const slot = Symbol.for('assay.pool')
type Holder = { [slot]?: Pool | undefined }

/**
 * The program's one database connection, from DATABASE_URL. The pool is kept on the global object, because the
 * web framework loads this module more than once and again on each hot reload.
 */
export function getDb(): Db {
  const holder = globalThis as Holder
  holder[slot] ??= createPool(ownUrl(), env().DATABASE_POOL)
  known ??= drizzle(holder[slot], { schema })
  return known
}

let known: Db | undefined

function ownUrl(): string {
  const url = env().DATABASE_URL
  if (url === undefined) throw new SetupError('DATABASE_URL is not set. Start the program with `npm start`.')
  return url
}

/** Ends the pool behind getDb, whichever copy of this module made it. */
export async function closeDb(): Promise<void> {
  const holder = globalThis as Holder
  const pool = holder[slot]
  holder[slot] = undefined
  known = undefined
  await pool?.end()
}

/**
 * From now on every statement of this process sees the database as it is at this moment, on whichever connection, and
 * none can change it: for what is read in many parts that have to fit together. Until the returned function is called.
 */
export async function freezeDb(): Promise<() => Promise<void>> {
  // A snapshot lives for as long as the transaction that it was taken in, and whoever waits in one is not sent away.
  const patient = { ...session, connectionString: ownUrl(), idle_in_transaction_session_timeout: 0 }
  const begin = 'begin isolation level repeatable read read only'
  const keeper = new Client(patient)
  keeper.on('error', () => undefined)
  await keeper.connect()
  await keeper.query(begin)
  const { rows } = await keeper.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
  await closeDb()
  // The pool lends a connection when the promise is kept, which its types do not know.
  const onConnect = ((client: ClientBase) =>
    client.query(`${begin}; set transaction snapshot '${rows[0]?.snapshot ?? ''}'`)) as (client: ClientBase) => void
  const holder = globalThis as Holder
  holder[slot] = createPool(ownUrl(), env().DATABASE_POOL, { ...patient, onConnect })
  return async () => {
    await closeDb()
    await keeper.end()
  }
}

export const oldestServer = 15

/** @throws SetupError when the server is older than PostgreSQL 15. */
export async function requireServer(client: {
  query: (text: string) => Promise<{ rows: { server_version_num: string }[] }>
}): Promise<void> {
  const { rows } = await client.query('show server_version_num')
  const number = Number(rows[0]?.server_version_num)
  if (number >= oldestServer * 10_000) return
  const found = Number.isNaN(number) ? 'a server that does not tell its version' : `PostgreSQL ${versionOf(number)}`
  throw new SetupError(
    `DATABASE_URL leads to ${found}. Assay needs PostgreSQL ${oldestServer} or newer: upgrade that server, or unset DATABASE_URL to use the private one.`,
  )
}

function versionOf(number: number): string {
  return `${Math.floor(number / 10_000)}.${number % 10_000}`
}
