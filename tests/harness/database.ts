import { afterAll, beforeAll, inject } from 'vitest'
import { createDb } from '@/db/client'
import type { Connection, Db } from '@/db/client'
import { createDatabase, dropDatabase } from './postgres'

export interface TestDatabase {
  readonly db: Db
  readonly pool: Connection['pool']
  readonly url: string
}

/**
 * A database of the test file's own, dropped when the file is done. Call it once at the top of a file or of a
 * `describe`; its fields can be read from within tests and hooks.
 */
export function useDatabase({ max = 20 }: { max?: number } = {}): TestDatabase {
  let made: { url: string; connection: Connection } | undefined
  beforeAll(async () => {
    const url = await createDatabase(inject('postgres'))
    made = { url, connection: createDb(url, { max }) }
  })
  afterAll(async () => {
    if (made === undefined) return
    await made.connection.close()
    await dropDatabase(inject('postgres'), made.url)
  })
  const ready = (): NonNullable<typeof made> => {
    if (made === undefined) throw new Error('The test database is there from beforeAll on, not before.')
    return made
  }
  return {
    get db() {
      return ready().connection.db
    },
    get pool() {
      return ready().connection.pool
    },
    get url() {
      return ready().url
    },
  }
}
