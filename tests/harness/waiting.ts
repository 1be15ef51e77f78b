import { setImmediate } from 'node:timers/promises'
import type { Connection } from '@/db/client'

const MOST_LOOKS = 20_000

/**
 * Until this many sessions of the database wait for a lock: so a test knows that what it began has come as far as it
 * can, without guessing how long that takes.
 */
export async function untilWaiting(pool: Connection['pool'], sessions: number): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const { rows } = await pool.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if ((rows[0]?.waiting ?? 0) >= sessions) return
    await setImmediate()
  }
  throw new Error(`${sessions} sessions never came to wait`)
}
