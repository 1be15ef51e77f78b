import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { store } from '../store'

/** Any fixed number: whoever moves holds it, and others that start at the same time wait for the end. */
const MOVING = 4_161_790_003

/**
 * Moves bytes that an earlier version kept in the database into the store: the migration laid them in a table of their
 * own, which goes when it is empty. Killed in the middle, the next start goes on.
 */
export async function moveBytesIn(db: Db): Promise<void> {
  for (let isLeft = true; isLeft;) isLeft = await moveOne(db)
}

function moveOne(db: Db): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${MOVING})`)
    // Not to_regclass: what it knows of a table may be older than the lock.
    const { rows: tables } = await tx.execute(sql`select from pg_tables where tablename = 'bytes_to_store'`)
    if (tables.length === 0) return false
    const { rows } = await tx.execute<{ sha256: string; bytes: Buffer }>(
      sql`select sha256, bytes from bytes_to_store limit 1`,
    )
    const [row] = rows
    if (row === undefined) {
      await tx.execute(sql`drop table bytes_to_store`)
      return false
    }
    await store().put(row.bytes)
    await tx.execute(sql`delete from bytes_to_store where sha256 = ${row.sha256}`)
    return true
  })
}
