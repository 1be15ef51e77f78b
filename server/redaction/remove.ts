import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  capture,
  captureFetch,
  captureImage,
  event,
  evidence,
  excerpt,
  publication,
  rendition,
  review,
  revision,
  revisionAuthor,
  translation,
} from '@/db/schema'
import { canonicalise } from '@/domain/snapshot'
import { publicDocumentSchema } from '@/domain/snapshot-schema'
import type { Recorder } from '../command'
import { dropRedacted } from '../drop-intake'
import { conflict } from '../fault'
import { enqueue } from '../jobs'
import type { RedactionRow } from './lock'

/** The publication's bytes in every language, and the copies of those very pages which reviews kept. */
export async function removePublication(tx: Tx, row: RedactionRow): Promise<void> {
  if (row.publicationId === null) return
  const [gone] = await tx
    .update(publication)
    .set({ document: null })
    .where(eq(publication.id, row.publicationId))
    .returning({ revisionId: publication.revisionId })
  await tx.update(rendition).set({ document: null }).where(eq(rendition.publicationId, row.publicationId))
  // A text that was not published yet was read by its reviewers too.
  const texts = await tx.select({ id: revision.id }).from(revision).where(eq(revision.translates, row.publicationId))
  if (gone?.revisionId) await emptyReviews(tx, [gone.revisionId, ...texts.map(({ id }) => id)])
}

/** A translation's bytes alone, and the copies of that very page which reviews kept. Its version stays as it is. */
export async function removeTranslation(tx: Tx, row: RedactionRow): Promise<void> {
  if (row.renditionId === null) return
  const [gone] = await tx
    .update(rendition)
    .set({ document: null })
    .where(eq(rendition.id, row.renditionId))
    .returning({ revisionId: rendition.revisionId })
  if (gone?.revisionId) await emptyReviews(tx, [gone.revisionId])
}

/** One byline of a publication; nothing that comes after shows it either, until its writer chooses one again. */
export async function removeByline(tx: Tx, row: RedactionRow): Promise<void> {
  if (row.publicationId === null || row.byline === null) return
  const [page] = await tx.select().from(publication).where(eq(publication.id, row.publicationId))
  if (!page?.document) return
  const document = publicDocumentSchema.parse(JSON.parse(page.document))
  if (document.kind !== 'account') return
  const bylines = document.bylines.filter((line) => line !== row.byline)
  await tx
    .update(publication)
    .set({ document: canonicalise({ ...document, bylines }) })
    .where(eq(publication.id, page.id))
  const revisionIds = await revisionsOf(tx, [row.incidentId])
  await tx
    .update(revisionAuthor)
    .set({ byline: null })
    .where(and(inArray(revisionAuthor.revisionId, revisionIds), eq(revisionAuthor.byline, row.byline)))
  await emptyReviews(tx, revisionIds, row.byline)
}

type Act = { actorId: string; now: Date; record: Recorder }

/**
 * A capture's bytes and text, and with them every passage cut from it: withdrawn, so that no account rests on it, and
 * emptied, with its translations, its quotations in the history and the pages that reviews kept (docs/decisions/0020).
 */
export async function removeCapture(tx: Tx, row: RedactionRow, { actorId, now, record }: Act): Promise<void> {
  if (row.captureId === null) return
  const [gone] = await tx
    .update(capture)
    .set({ text: null })
    .where(eq(capture.id, row.captureId))
    .returning({ textSha256: capture.textSha256, bytesSha256: capture.bytesSha256 })
  if (gone) {
    await removeFiles(tx, row.captureId, gone.bytesSha256)
    await dropRedacted(tx, { captureId: row.captureId, ...gone }, { now, record })
  }
  // Only now: whoever was cutting a passage held the capture's lock until here, and nobody can any more.
  const cut = await tx.select({ id: excerpt.id }).from(excerpt).where(eq(excerpt.captureId, row.captureId))
  const excerptIds = cut.map(({ id }) => id)
  const uses = await usesOf(tx, excerptIds)
  const incidentIds = [...new Set([row.incidentId, ...uses.map(({ incidentId }) => incidentId)])]
  if (incidentIds.some((id) => !row.lockedIncidentIds.includes(id))) throw conflict()
  if (!gone || cut.length === 0) return
  const withdrawn = await tx
    .update(excerpt)
    .set({ withdrawnAt: now, withdrawnBy: actorId, withdrawnReason: 'Its capture was redacted.' })
    .where(and(inArray(excerpt.id, excerptIds), isNull(excerpt.withdrawnAt)))
    .returning({ id: excerpt.id })
  await tx.update(excerpt).set({ exact: '', prefix: '', suffix: '' }).where(inArray(excerpt.id, excerptIds))
  await tx.update(translation).set({ text: '' }).where(inArray(translation.excerptId, excerptIds))
  await emptyEvents(tx, [...excerptIds, ...uses.map(({ id }) => id)])
  await emptyReviews(tx, await revisionsOf(tx, incidentIds), gone.textSha256)
  for (const { id } of withdrawn)
    await record('excerpt.withdrawn', {
      subjectId: id,
      incidentId: row.incidentId,
      reason: 'Its capture was redacted.',
      detail: { exact: '' },
    })
}

/** What stands beside it, and after the commit its files, whether the store can be reached now or not. */
async function removeFiles(tx: Tx, captureId: string, bytesSha256: string): Promise<void> {
  await tx.update(captureFetch).set({ headers: [], redirects: [] }).where(eq(captureFetch.captureId, captureId))
  const pictures = await tx
    .update(captureImage)
    .set({ exif: [] })
    .where(eq(captureImage.captureId, captureId))
    .returning({ sha256: captureImage.shownSha256 })
  for (const { sha256 } of [{ sha256: bytesSha256 }, ...pictures])
    await enqueue(tx, 'remove-stored', { sha256 }, { isOwed: true })
}

function usesOf(tx: Tx, excerptIds: readonly string[]): Promise<{ id: string; incidentId: string }[]> {
  return tx
    .select({ id: evidence.id, incidentId: evidence.incidentId })
    .from(evidence)
    .where(inArray(evidence.excerptId, [...excerptIds]))
}

async function revisionsOf(tx: Tx, incidentIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: revision.id })
    .from(revision)
    .where(inArray(revision.incidentId, [...incidentIds]))
  return rows.map(({ id }) => id)
}

/** Empties the pages that reviews kept; with `holding`, only those in which it stands. */
async function emptyReviews(tx: Tx, revisionIds: readonly string[], holding?: string): Promise<void> {
  if (revisionIds.length === 0) return
  // In the canonical JSON a text stands escaped.
  const needle = holding === undefined ? undefined : JSON.stringify(holding).slice(1, -1)
  await tx
    .update(review)
    .set({ snapshot: '' })
    .where(
      and(
        inArray(review.revisionId, [...revisionIds]),
        ne(review.snapshot, ''),
        needle === undefined ? undefined : sql`strpos(${review.snapshot}, ${needle}) > 0`,
      ),
    )
}

async function emptyEvents(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  await tx
    .update(event)
    .set({ detail: sql`${event.detail} || '{"exact": ""}'` })
    .where(and(inArray(event.subjectId, [...subjectIds]), sql`${event.detail} ? 'exact'`))
}
