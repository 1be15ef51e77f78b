import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { capture, evidence, excerpt, exclusion, incidentSource, party, source } from '@/db/schema'
import { reanchor } from '@/domain/reanchor'
import { notFound } from '../fault'

/** A capture of a source of this incident, without its text. @throws NOT_FOUND */
export async function requireCapture(reader: Reader, incidentId: string, captureId: string) {
  const [row] = await reader
    .select({
      id: capture.id,
      sourceId: capture.sourceId,
      number: capture.number,
      textLength: capture.textLength,
    })
    .from(capture)
    .innerJoin(incidentSource, eq(incidentSource.sourceId, capture.sourceId))
    .where(and(eq(capture.id, captureId), eq(incidentSource.incidentId, incidentId)))
  if (row === undefined) throw notFound('capture')
  return row
}

/**
 * The capture with its text, locked: cutting, hiding and withdrawing passages of one capture take turns.
 * `text` is null after a redaction. @throws NOT_FOUND
 */
export async function lockCapture(tx: Tx, incidentId: string, captureId: string) {
  const found = await requireCapture(tx, incidentId, captureId)
  const [row] = await tx
    .select({ text: capture.text })
    .from(capture)
    .where(eq(capture.id, captureId))
    .for('no key update')
  return { ...found, text: row?.text ?? null }
}

/** Incidents that the capture's source serves: nowhere else can a passage of it be cut. */
export async function incidentsOfCapture(reader: Reader, captureId: string): Promise<string[]> {
  const rows = await reader
    .select({ id: incidentSource.incidentId })
    .from(incidentSource)
    .innerJoin(capture, eq(capture.sourceId, incidentSource.sourceId))
    .where(eq(capture.id, captureId))
    .orderBy(incidentSource.incidentId)
    .limit(10_000)
  return rows.map((row) => row.id)
}

/** Passages of one capture that are marked as not part of the article. */
export const MOST_EXCLUSIONS = 1_000

export function standingExclusions(reader: Reader, captureId: string) {
  return reader
    .select({ id: exclusion.id, start: exclusion.start, end: exclusion.end })
    .from(exclusion)
    .where(and(eq(exclusion.captureId, captureId), isNull(exclusion.liftedAt)))
    .orderBy(exclusion.start, exclusion.id)
    .limit(MOST_EXCLUSIONS)
}

/** Where the desk already holds a text, by its SHA-256; the newest capture of it. */
export function whereHeld(reader: Reader, textSha256: string) {
  return newestHeld(reader, eq(capture.textSha256, textSha256))
}

/** The same by the bytes, for what has no text. */
export function whereBytesHeld(reader: Reader, bytesSha256: string) {
  return newestHeld(reader, eq(capture.bytesSha256, bytesSha256))
}

async function newestHeld(reader: Reader, same: SQL) {
  const [row] = await reader
    .select({
      captureId: capture.id,
      captureNumber: capture.number,
      sourceId: source.id,
      title: source.title,
      outlet: party.name,
      isConfidential: source.isConfidential,
    })
    .from(capture)
    .innerJoin(source, eq(source.id, capture.sourceId))
    .leftJoin(party, eq(party.id, source.outletId))
    .where(same)
    .orderBy(desc(capture.capturedAt), desc(capture.id))
    .limit(1)
  return row ?? null
}

/** Passages that one incident quotes from one source; a read stops there. */
const MOST_PASSAGES = 3_000

/** Rule 2: what this incident quotes from earlier captures of the source, and where a newer text still says it. */
export async function passagesOfEarlier(
  reader: Reader,
  incidentId: string,
  of: { sourceId: string; number: number },
  text: string,
) {
  const cited = await reader
    .selectDistinctOn([excerpt.id], {
      excerptId: excerpt.id,
      captureId: excerpt.captureId,
      captureNumber: capture.number,
      exact: excerpt.exact,
      prefix: excerpt.prefix,
      suffix: excerpt.suffix,
      start: excerpt.start,
      end: excerpt.end,
    })
    .from(excerpt)
    .innerJoin(capture, eq(capture.id, excerpt.captureId))
    .innerJoin(evidence, eq(evidence.excerptId, excerpt.id))
    .where(
      and(
        eq(capture.sourceId, of.sourceId),
        lt(capture.number, of.number),
        eq(evidence.incidentId, incidentId),
        isNull(excerpt.withdrawnAt),
      ),
    )
    .orderBy(asc(excerpt.id))
    .limit(MOST_PASSAGES)
  return cited.length === 0 ? [] : reanchor(text, cited)
}

/** The newest capture of a source that was not redacted. */
export async function newestCapture(reader: Reader, sourceId: string) {
  const [row] = await reader
    .select({
      id: capture.id,
      number: capture.number,
      textSha256: capture.textSha256,
      bytesSha256: capture.bytesSha256,
      method: capture.method,
    })
    .from(capture)
    .where(and(eq(capture.sourceId, sourceId), isNotNull(capture.text)))
    .orderBy(desc(capture.number))
    .limit(1)
  return row ?? null
}
