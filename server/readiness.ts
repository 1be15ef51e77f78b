import { sql } from 'drizzle-orm'
import { getDb } from '@/db/client'
import journal from '@/db/migrations/meta/_journal.json'
import { describeError, log } from './log'
import { within } from './page/within'

/** Milliseconds a database may take to answer and still count as there. */
const PATIENCE = 3_000

/** Every migration that this program was built with; a database that a newer one has brought further is as good. */
const newest = Math.max(...journal.entries.map((entry) => entry.when))

async function hasSchema(): Promise<boolean> {
  const { rows } = await getDb().execute<{ is_there: boolean }>(
    sql`select max(created_at) >= ${newest} as is_there from drizzle.__drizzle_migrations`,
  )
  return rows[0]?.is_there === true
}

/** Why readers and the desk cannot be served what is so: in words that name no machine; null where they can. */
export async function whyNotReady(): Promise<string | null> {
  try {
    if (await within(PATIENCE, hasSchema())) return null
    log.warn('not ready', { reason: 'the database lacks migrations' })
    return 'the database has not been brought to the schema of this program'
  } catch (error) {
    log.warn('not ready', describeError(error))
    return 'the database cannot be reached'
  }
}

/** Does the database answer, and has it been brought to the schema of this program, or further? */
export const isReady = async (): Promise<boolean> => (await whyNotReady()) === null
