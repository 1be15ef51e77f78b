import { drizzle } from 'drizzle-orm/node-postgres'
import { afterAll, beforeAll } from 'vitest'
import type { Pool } from 'pg'
import { closeDb } from '@/db/client'
import type { Db } from '@/db/client'
import * as schema from '@/db/schema'
import { checksummer } from './checksum'
import { useDatabase } from './database'
import { setTestEnv } from './http'
import { SandboxPool, SwitchPool } from './sandbox'
import { addWorld } from './world'
import type { World } from './world'

export interface UsedWorld {
  made: World
  pool: SandboxPool
  db: Db
  /** Names of the tables whose rows are not those of the world as it was made. */
  changed: () => Promise<string[]>
}

/**
 * How many rows this transaction has written, whether they were taken back or not. Where it is what it was when nothing
 * had changed, nothing has: the rows of all tables need not be read again.
 */
async function rowsTouched(pool: SandboxPool): Promise<unknown> {
  const { rows } = await pool.ask(`select sum(pg_stat_get_xact_tuples_inserted(oid)
    + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid)) as touched
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`)
  return (rows[0] as { touched: string }).touched
}

/** A world of the file's own, never committed; what `getDb` gives leads to it. */
export function useWorld(): UsedWorld {
  const database = useDatabase({ max: 1 })
  let used: UsedWorld | undefined
  beforeAll(async () => {
    setTestEnv()
    const pool = await SandboxPool.open(database.url)
    // The sandbox does of a pool what drizzle and the program use.
    const db: Db = drizzle(pool as unknown as Pool, { schema })
    const made = await addWorld(db)
    const switchboard = await SwitchPool.install()
    switchboard.use(pool)
    const sum = await checksummer({ query: (text: string) => pool.ask(text) })
    const whole = await sum()
    let unchangedAt: unknown
    const changed = async () => {
      const rows = await rowsTouched(pool)
      if (rows === unchangedAt) return []
      const now = await sum()
      const names = Object.keys(whole).filter((name) => now[name] !== whole[name])
      if (names.length === 0) unchangedAt = rows
      return names
    }
    used = { made, pool, db, changed }
  })
  afterAll(async () => {
    await closeDb()
    await used?.pool.end()
  })
  const ready = (): UsedWorld => {
    if (used === undefined) throw new Error('The world is there from beforeAll on, not before.')
    return used
  }
  return {
    get made() {
      return ready().made
    },
    get pool() {
      return ready().pool
    },
    get db() {
      return ready().db
    },
    changed: () => ready().changed(),
  }
}
