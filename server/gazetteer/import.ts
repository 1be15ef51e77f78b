import path from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { gazetteerFile } from '@/db/schema'
import { parseEntry, type GazetteerEntry } from '@/domain/gazetteer'
import { NAME_KEY_VERSION } from '@/domain/name-key'
import { BadFile, hashOf, linesOf } from './lines'
import { dropGone, writeEntries } from './write'

/** Entries in one statement: what is in memory at a time. */
const BATCH = 1_000
/** Any fixed number: whoever imports holds it. */
const IMPORT_LOCK = 4_161_790_004

export type Imported =
  | { outcome: 'done'; entries: number; spellings: number }
  /** The very file was read before, and its names are keyed as they are now. */
  | { outcome: 'known'; entries: number }

/**
 * Reads a dump of GeoNames (.txt, or .zip as they give it out) into the gazetteer: the whole file or nothing of it.
 * Entries that are there already become what the file says.
 * @throws BadFile with what is wrong with it, and in which line.
 */
export async function importGazetteer(db: Db, file: string, progress: (entries: number) => void): Promise<Imported> {
  const sha256 = await hashOf(file)
  const read = await db.transaction(async (tx): Promise<Imported> => {
    await takeTurn(tx)
    const ofFile = and(eq(gazetteerFile.sha256, sha256), eq(gazetteerFile.made, NAME_KEY_VERSION))
    const [known] = await tx.select({ entries: gazetteerFile.entries }).from(gazetteerFile).where(ofFile)
    if (known !== undefined) return { outcome: 'known', entries: known.entries }
    const done = await readIn(tx, file, sha256, progress)
    await dropGone(tx, { name: path.basename(file), sha256 })
    const row = { name: path.basename(file), entries: done.entries, made: NAME_KEY_VERSION, importedAt: new Date() }
    await tx
      .insert(gazetteerFile)
      .values({ sha256, ...row })
      .onConflictDoUpdate({ target: gazetteerFile.sha256, set: row })
    return { outcome: 'done', ...done }
  })
  // So that the index alone answers what it can, from the first search on.
  if (read.outcome === 'done') await db.execute(sql`vacuum (analyze) gazetteer_entry, gazetteer_name`)
  return read
}

async function takeTurn(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ isFree: boolean }>(
    sql`select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as "isFree"`,
  )
  if (rows[0]?.isFree !== true) throw new BadFile('the gazetteer is being filled right now; wait until that is done')
}

async function readIn(tx: Tx, file: string, sha256: string, progress: (entries: number) => void) {
  const done = { entries: 0, spellings: 0 }
  let batch: GazetteerEntry[] = []
  const flush = async (): Promise<void> => {
    done.spellings += await writeEntries(tx, batch, sha256)
    done.entries += batch.length
    batch = []
    progress(done.entries)
  }
  let number = 0
  for await (const line of linesOf(file)) {
    number += 1
    if (line.trim() === '') continue
    const parsed = parseEntry(line.replace(/\r$/, ''))
    if (!parsed.ok) throw new BadFile(`line ${number} is no place of GeoNames: ${parsed.why}`)
    batch.push(parsed.entry)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  if (done.entries === 0) throw new BadFile('it has no line')
  return done
}
