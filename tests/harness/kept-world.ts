import { drizzle } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import { inject } from 'vitest'
import type { Db } from '@/db/client'
import * as schema from '@/db/schema'
import { createDatabase, dropDatabase } from './postgres'
import { SandboxPool } from './sandbox'
import { addWorld } from './world'
import type { World } from './world'

export interface KeptWorld {
  made: World
  url: string
  /** Another database that begins the same; nobody may be connected to the first. */
  copy: () => Promise<{ url: string; drop: () => Promise<void> }>
  drop: () => Promise<void>
}

/** A world in a database of its own, for an application to run on, or to be copied. */
export async function keepWorld(
  more: (db: Db, world: World) => Promise<void> = () => Promise.resolve(),
): Promise<KeptWorld> {
  const server = inject('postgres')
  const url = await createDatabase(server)
  const pool = await SandboxPool.open(url)
  const db: Db = drizzle(pool as unknown as Pool, { schema })
  const made = await addWorld(db)
  await more(db, made)
  await pool.keep()
  const copy = async () => {
    const copied = await createDatabase(server, new URL(url).pathname.slice(1))
    return { url: copied, drop: () => dropDatabase(server, copied) }
  }
  return { made, url, copy, drop: () => dropDatabase(server, url) }
}
