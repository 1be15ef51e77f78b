import { asc, eq, lt } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { likeness } from '@/db/schema'
import { PRINT_VERSION } from '@/domain/likeness/print'
import { enqueue, type JobScope } from '../jobs'
import { readCapture, readHeld } from './article'
import { indexCapture, isIndexed } from './likeness-index'

/** Captures in one piece: less than a tenth of a second. */
const AT_ONCE = 20
/** Of the time it takes, so much is waited: at most a fifth of one processor. */
const REST = 4

/**
 * Where the index has prints of an older version, a job makes them anew. An instance of an older version that still runs
 * leaves newer ones alone.
 */
export async function startIndexAnew(db: Db): Promise<void> {
  if ((await stale(db, 1)).length > 0) await goOn(db, 0)
}

/** A piece of it; then the job asks for itself again. */
export async function indexAnew({ ctx: { db }, signal }: JobScope): Promise<void> {
  const begun = performance.now()
  const ids = await stale(db, AT_ONCE)
  const held = new Map((await readHeld(db, ids)).map((one) => [one.captureId, one]))
  for (const id of ids) {
    if (signal.aborted) break
    await indexOne(db, id, held.get(id))
  }
  if (ids.length > 0) await goOn(db, REST * (performance.now() - begun))
}

async function indexOne(db: Db, id: string, held: Awaited<ReturnType<typeof readHeld>>[number] | undefined) {
  const reading = held && readCapture(held, new Map())
  if (held !== undefined && reading !== undefined && isIndexed(held, reading)) await indexCapture(db, id, reading)
  // No longer one that others may have copied: else it would be looked at for ever.
  else await db.delete(likeness).where(eq(likeness.captureId, id))
}

async function stale(db: Db, most: number): Promise<string[]> {
  const rows = await db
    .select({ id: likeness.captureId })
    .from(likeness)
    .where(lt(likeness.printVersion, PRINT_VERSION))
    .orderBy(asc(likeness.printVersion))
    .limit(most)
  return rows.map((row) => row.id)
}

const goOn = (db: Db, restsFor: number) =>
  db.transaction((tx) => enqueue(tx, 'index-likeness', {}, { queue: 'index-likeness', restsFor }))
