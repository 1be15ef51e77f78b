import { sql } from 'drizzle-orm'
import { getDb } from '@/db/client'
import { describeError, log } from './log'

/** Milliseconds a database may take to answer and still count as there. */
const PATIENCE = 3_000

/** Does the database answer, and has it been brought to a schema of this program? */
export async function isReady(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), PATIENCE)
  })
  try {
    await Promise.race([getDb().execute(sql`select id from team where id = 1`), late])
    return true
  } catch (error) {
    log.warn('not ready', describeError(error))
    return false
  } finally {
    clearTimeout(timer)
  }
}
