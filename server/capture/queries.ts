import { and, desc, eq, isNull, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { capture, exclusion, incidentSource, party, source } from '@/db/schema'
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
