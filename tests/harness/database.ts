import { afterAll, beforeAll, inject } from 'vitest'
import { createDb } from '@/db/client'
import type { Connection, Db } from '@/db/client'
import { createDatabase, dropDatabase, templateName } from './postgres'

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

export interface Copy extends Connection {
  url: string
  drop: () => Promise<void>
}

/**
 * A copy of a test database as it is now: a second world that starts out the same.
 * All connections to the first must be closed; end its pool before and open it anew after.
 */
export function copyDatabase(url: string, options: { max?: number } = {}): Promise<Copy> {
  return openCopy(new URL(url).pathname.slice(1), options)
}

/** An empty, migrated database by hand, for a file that needs several. */
export function newDatabase(options: { max?: number } = {}): Promise<Copy> {
  return openCopy(templateName, options)
}

async function openCopy(from: string, { max = 20 }: { max?: number }): Promise<Copy> {
  const server = inject('postgres')
  const url = await createDatabase(server, from)
  const connection = createDb(url, { max })
  const drop = async (): Promise<void> => {
    await connection.close()
    await dropDatabase(server, url)
  }
  return { ...connection, url, drop }
}
