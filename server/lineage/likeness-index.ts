import { eq, sql } from 'drizzle-orm'
import type { Db, Reader, Tx } from '@/db/client'
import { capture, likeness, likenessPrint } from '@/db/schema'
import { PRINT_VERSION, printsOf, queryOf } from '@/domain/likeness/print'
import type { Reading } from '@/domain/likeness/reading'
import type { Held } from './article'

/**
 * Captures looked at for one print. A print that more have is boilerplate or a widely printed story; of the latter
 * every print leads to the same ones, which is enough, and of the former few do.
 */
const MOST_A_PRINT = 64
/** Captures whose texts are read and compared. */
const MOST_TEXTS = 24
const MOST_FOREIGN = 8
/** Rows in one statement. */
const CHUNK = 5_000

/** A tweet may be quoted, and is compared; a picture has no words. */
const FEWEST_WORDS = 12

/** Whether a capture is one that others may have copied: neither the desk's own work nor a text of next to no words. */
export const isIndexed = (held: Held, reading: Reading): boolean =>
  held.kind !== 'own_work' && reading.tokens.count >= FEWEST_WORDS

/** Puts a capture's prints into the index, once; of a redacted one nothing. */
export async function indexCapture(db: Db, captureId: string, reading: Reading): Promise<void> {
  await db.transaction(async (tx) => {
    // Waits for a redaction under way, and holds one off until the prints are there to be taken out.
    const [held] = await tx
      .select({ isThere: sql<boolean>`${capture.text} is not null` })
      .from(capture)
      .where(eq(capture.id, captureId))
      .for('share')
    if (held?.isThere !== true) return
    const [known] = await tx
      .select({ printVersion: likeness.printVersion })
      .from(likeness)
      .where(eq(likeness.captureId, captureId))
    if (known?.printVersion === PRINT_VERSION) return
    if (known !== undefined) await tx.delete(likeness).where(eq(likeness.captureId, captureId))
    await writePrints(tx, captureId, printsOf(reading))
  })
}

async function writePrints(tx: Tx, captureId: string, prints: number[]): Promise<void> {
  const [row] = await tx
    .insert(likeness)
    .values({ captureId, printVersion: PRINT_VERSION, prints })
    .onConflictDoNothing()
    .returning({ number: likeness.number })
  if (row === undefined) return
  for (let at = 0; at < prints.length; at += CHUNK)
    await tx
      .insert(likenessPrint)
      .select(
        sql`select print, ${row.number}::int from unnest(${sql.param(prints.slice(at, at + CHUNK))}::int4[]) print`,
      )
}

export type Candidate = { captureId: string; sourceId: string }

/**
 * Captures of other sources that share prints, the likeliest first. Each print leads to 64 at most, by the key of the
 * index alone, so that what this costs grows with the text that is asked for and hardly with the desk.
 */
export async function findCandidates(reader: Reader, sourceId: string, reading: Reading): Promise<Candidate[]> {
  const { shingles, landmarks } = queryOf(reading)
  // The first that had a passage, for it may be the original; of names the last, since news is of its days.
  const likely = await lookUp(reader, { sourceId, prints: shingles, order: 'asc', least: 0, most: MOST_TEXTS })
  const foreign = await lookUp(reader, { sourceId, prints: landmarks, order: 'desc', least: 1.5, most: MOST_FOREIGN })
  const known = new Set(likely.map(({ captureId }) => captureId))
  return [...likely, ...foreign.filter(({ captureId }) => !known.has(captureId))]
}

type LookUp = { sourceId: string; prints: number[]; order: 'asc' | 'desc'; least: number; most: number }

/** A print that many have says less: it counts by the square root of how many. Of a source the capture that has most. */
async function lookUp(reader: Reader, { sourceId, prints, order, least, most }: LookUp): Promise<Candidate[]> {
  if (prints.length === 0) return []
  const found = await reader.execute<{ captureId: string; sourceId: string }>(sql`
    with hit as (
      select a.print, p.number, count(*) over (partition by a.print) as had
      from unnest(${sql.param(prints)}::int4[]) a (print)
      cross join lateral (
        select number from likeness_print where print = a.print order by number ${sql.raw(order)} limit ${MOST_A_PRINT}) p
    ), likely as (
      select number, sum(1 / sqrt(had)) as weight from hit group by number
      having sum(1 / sqrt(had)) >= ${least} order by weight desc, number limit ${most * 4}
    ), best as (
      select distinct on (c.source_id) c.id, c.source_id, y.weight
      from likely y join likeness l using (number) join capture c on c.id = l.capture_id
      where c.source_id <> ${sourceId} order by c.source_id, y.weight desc, c.number desc
    )
    select id as "captureId", source_id as "sourceId" from best order by weight desc, id limit ${most}`)
  return found.rows
}
