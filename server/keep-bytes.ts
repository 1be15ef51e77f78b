import { sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { sha256Hex } from '@/domain/hash'
import type { Job } from './jobs'
import { store } from './store'

const lockOf = (sha256: string) => sql`hashtextextended(${`assay.stored.${sha256}`}, 0)`

/**
 * Puts bytes into the store for a row that the transaction in hand is about to write: they are there before it commits.
 * Until it ends nobody removes them. @returns their SHA-256 @throws StoreUnavailable
 */
export async function keepBytes(tx: Tx, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Hex(bytes)
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${lockOf(sha256)})`)
  return store().put(bytes)
}

/**
 * Removes what nothing names any more; whoever is about to name it again waits, and puts it anew.
 * The job 'remove-stored': it is asked for in the transaction after which nothing may name the bytes.
 */
export const removeStored: Job<'remove-stored'> = ({ ctx }, { sha256 }) =>
  ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockOf(sha256)})`)
    if (!(await isNamed(tx, sha256))) await store().remove(sha256)
  })

/** Whether anything that was not redacted has these bytes, or a picture that is shown. */
export async function isNamed(reader: Reader, sha256: string): Promise<boolean> {
  const { rows } = await reader.execute(sql`
    select from capture where bytes_sha256 = ${sha256} and text is not null
    union all select from capture_image i join capture c on c.id = i.capture_id
      where i.shown_sha256 = ${sha256} and c.text is not null
    union all select from intake where stored_sha256 = ${sha256}
    union all select from intake where image ->> 'shownSha256' = ${sha256}
    limit 1`)
  return rows.length > 0
}
