import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { intake } from '@/db/schema'
import { hostOf } from '@/domain/intake'
import type { Recorder } from './command'
import { enqueue } from './jobs'

/** What goes when something is kept, when a capture holds it from then on, or is cancelled, when nobody wants it. */
export const EMPTIED = {
  text: null,
  textSha256: null,
  pageStarts: null,
  facts: null,
  image: null,
  fetch: null,
  parser: null,
  storedSha256: null,
} as const

type Stored = Pick<typeof intake.$inferSelect, 'storedSha256' | 'image'>

/** Lets the store remove what no row names any more. Call it where the row has been emptied. */
export async function dropStored(tx: Tx, { storedSha256, image }: Stored): Promise<void> {
  for (const sha256 of [storedSha256, image?.shownSha256 ?? null])
    if (sha256 !== null) await enqueue(tx, 'remove-stored', { sha256 }, { isOwed: true })
}

type Redacted = { captureId: string; bytesSha256: string; textSha256: string }

/**
 * What a redacted capture was in the trays: the same bytes or the same text, waiting there to be kept once more, and the
 * name of the file that it came from, which can say what has to go.
 */
export async function dropRedacted(tx: Tx, gone: Redacted, { now, record }: { now: Date; record: Recorder }) {
  await tx.update(intake).set({ fileName: null }).where(eq(intake.captureId, gone.captureId))
  const same = await tx
    .select()
    .from(intake)
    .where(
      and(
        inArray(intake.state, ['waiting', 'reading', 'ready', 'failed']),
        or(eq(intake.storedSha256, gone.bytesSha256), eq(intake.textSha256, gone.textSha256)),
      ),
    )
    .orderBy(asc(intake.id))
    .for('no key update')
  for (const row of same) {
    await tx
      .update(intake)
      .set({ ...EMPTIED, fileName: null, state: 'cancelled', endedAt: now, version: sql`${intake.version} + 1` })
      .where(eq(intake.id, row.id))
    await dropStored(tx, row)
    await record('intake.cancelled', {
      subjectId: row.id,
      incidentId: row.incidentId,
      from: row.state,
      to: 'cancelled',
      detail: { host: hostOf(row.url) },
    })
  }
}
