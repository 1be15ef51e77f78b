import { desc } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { logKey } from '@/db/schema'
import { SetupError } from '@/env'
import { signingKey } from './key'

/**
 * Every instance signs with the one key that the log began with, or was given since: two keys would be two logs.
 * `isRenewed`: the one at hand takes its place from now on.
 * @throws SetupError
 */
export async function settleLogKey(db: Db, now: Date, isRenewed = false): Promise<string> {
  const { verifierKey } = signingKey()
  const newest = async () => {
    const [row] = await db.select().from(logKey).orderBy(desc(logKey.since)).limit(1)
    return row?.verifierKey
  }
  const before = await newest()
  if (before === undefined || (isRenewed && before !== verifierKey))
    await db.insert(logKey).values({ verifierKey, since: now }).onConflictDoNothing()
  const settled = await newest()
  if (settled === verifierKey) return verifierKey
  throw new SetupError(
    `The publication log is signed with the key ${settled ?? 'of another'}, and this installation has another one. ` +
      'Set LOG_SIGNING_KEY to that one’s, which is in the file log-signing-key of the data folder that had it. ' +
      'Where it is lost for good: npm run admin -- renew-log-key',
  )
}
