import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { describeError, log } from '../log'
import { LEASE } from './freshness'

/** Milliseconds between two looks at who has not heard of it yet. */
const PAUSE = 10

/**
 * Waits until no instance serves pages of before the changes that are committed: each with a lease has seen them, or
 * its lease has run out. Whatever the database's clock says, which may have been set back: whoever holds a lease counts
 * from before it asked, and who asks after the commit sees the change.
 */
export async function everyInstanceKnows(db: Db): Promise<void> {
  const runOut = performance.now() + LEASE
  try {
    const number = await currentNumber(db)
    while (performance.now() < runOut && (await isAnyBehind(db, number))) await sleep(PAUSE)
  } catch (error) {
    log.warn('who serves stored pages could not be asked', describeError(error))
    await sleep(LEASE)
  }
}

async function currentNumber(db: Db): Promise<string> {
  const { rows } = await db.execute<{ number: string }>(sql`select number from public_record`)
  return rows[0]?.number ?? '0'
}

async function isAnyBehind(db: Db, number: string): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select 1 from page_instance where seen < ${number}::bigint and lease_until > clock_timestamp() limit 1`,
  )
  return rows.length > 0
}
