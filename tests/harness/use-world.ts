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
    const changed = async () => {
      const now = await sum()
      return Object.keys(whole).filter((name) => now[name] !== whole[name])
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
