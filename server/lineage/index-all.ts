import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { PRINT_VERSION } from '@/domain/likeness/print'
import { enqueue } from '../jobs'
import { readCapture, readHeld } from './article'
import { indexCapture, isIndexed } from './likeness-index'

/** Captures that are looked up at once, and that are read at once. */
const LISTED = 20_000
const READ = 50

type Told = (indexed: number) => void
type Row = { id: string; capturedAt: string; isNew: boolean }

/**
 * Puts every capture into the index that is not in it, or by other prints than are made today, the oldest first. Broken
 * off, it goes on where it was. What was never in it is compared with the others in the background, where the
 * application runs.
 * @param told after every fifty, with how many are done.
 * @returns how many were put in.
 */
export async function indexCaptures(db: Db, told: Told): Promise<number> {
  let indexed = 0
  let last: Row | undefined
  for (;;) {
    const rows = await missing(db, last)
    if (rows.length === 0) return indexed
    for (let at = 0; at < rows.length; at += READ) {
      indexed += await indexSome(db, rows.slice(at, at + READ))
      told(indexed)
    }
    last = rows.at(-1)
  }
}

async function missing(db: Db, last: Row | undefined): Promise<Row[]> {
  const { rows } = await db.execute<Row>(sql`
    select c.id, c.captured_at::text as "capturedAt", l.capture_id is null as "isNew"
    from capture c left join likeness l on l.capture_id = c.id
    where l.print_version is distinct from ${PRINT_VERSION} and c.text_length > 0 and c.text is not null
      ${last === undefined ? sql`` : sql`and (c.captured_at, c.id) > (${last.capturedAt}::timestamptz, ${last.id}::uuid)`}
    order by c.captured_at, c.id limit ${LISTED}`)
  return rows
}

async function indexSome(db: Db, rows: readonly Row[]): Promise<number> {
  let indexed = 0
  const isNew = new Map(rows.map((row) => [row.id, row.isNew]))
  for (const held of await readHeld(db, [...isNew.keys()])) {
    const reading = readCapture(held, new Map())
    if (!isIndexed(held, reading)) continue
    await indexCapture(db, held.captureId, reading)
    if (isNew.get(held.captureId) === true)
      await db.transaction((tx) => enqueue(tx, 'suggest-lineage', { captureId: held.captureId }))
    indexed++
  }
  return indexed
}
