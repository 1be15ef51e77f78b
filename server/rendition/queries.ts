import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { account, publication, rendition, review, revision, revisionAuthor, team } from '@/db/schema'
import type { Language } from '@/domain/language'
import { type RenditionGateInput, type Standing } from '@/domain/rendition'
import { buildRendition, renditionHash, type Original } from '@/domain/rendition-document'
import { ownWords } from '@/domain/rendition-words'
import { snapshotSchema, type Snapshot } from '@/domain/snapshot-schema'
import { notFound } from '../fault'
import type { RevisionRow } from '../revision/queries'
import { documentOf } from '../workspace/queries'

/** A publication with the text it was made of. */
export type LoadedOriginal = {
  id: string
  publishedAt: Date
  /** Null: redacted. */
  snapshot: Snapshot | null
  original: Original
  standing: Standing
}

const newestNumber = sql<number>`(
  select max(n.number) from publication n where n.incident_id = ${publication.incidentId})`
const isRetracted = sql<boolean>`exists (
  select from publication n where n.incident_id = ${publication.incidentId} and n.correction_kind = 'retraction'
    and not exists (select from publication l where l.incident_id = n.incident_id and l.number > n.number))`

/** @throws NOT_FOUND for what is no account as it was published. */
export async function loadOriginal(reader: Reader, publicationId: string): Promise<LoadedOriginal> {
  const [row] = await reader
    .select({
      number: publication.number,
      publishedAt: publication.publishedAt,
      document: publication.document,
      hash: publication.hash,
      note: publication.correctionNote,
      text: revision.document,
      newest: newestNumber,
      isRetracted,
    })
    .from(publication)
    .innerJoin(revision, eq(revision.id, publication.revisionId))
    .where(eq(publication.id, publicationId))
  if (!row) throw notFound('publication')
  const snapshot = row.document === null ? null : snapshotSchema.parse(JSON.parse(row.document))
  return {
    id: publicationId,
    publishedAt: row.publishedAt,
    snapshot,
    original: {
      number: row.number,
      sha256: row.hash,
      language: snapshot?.language ?? '',
      slug: snapshot?.incident.slug ?? '',
      organisation: snapshot?.organisation ?? { name: '', address: '', contact: '' },
      doc: documentOf({ document: row.text }),
      words: snapshot === null ? [] : ownWords(snapshot, row.note),
    },
    standing: {
      number: row.number,
      isRedacted: row.document === null,
      newest: { number: row.newest, isRetraction: row.isRetracted },
    },
  }
}

/** The newest publication of an incident that is an account, redacted or not; null where there is none. */
export async function newestAccount(reader: Reader, incidentId: string): Promise<string | null> {
  const [row] = await reader
    .select({ id: publication.id })
    .from(publication)
    .where(and(eq(publication.incidentId, incidentId), sql`${publication.revisionId} is not null`))
    .orderBy(desc(publication.number))
    .limit(1)
  return row?.id ?? null
}

/** What its row says of a translation. */
export function translationOf(row: RevisionRow) {
  const { translates, language, words } = row
  if (translates === null || language === null || words === null) throw notFound('translation')
  return { translates, language, words }
}

/** A text with its original, its writers and reviews, and what publishing it would make. */
export async function loadText(reader: Reader, row: RevisionRow) {
  const { translates, language, words } = translationOf(row)
  const loaded = await loadOriginal(reader, translates)
  const authors = await reader
    .select({ id: revisionAuthor.accountId, name: account.name })
    .from(revisionAuthor)
    .innerJoin(account, eq(account.id, revisionAuthor.accountId))
    .where(eq(revisionAuthor.revisionId, row.id))
    .orderBy(asc(revisionAuthor.since), asc(account.name))
  const reviews = await reviewsOf(reader, row.id)
  const [settings] = await reader.select({ approvals: team.approvals }).from(team)
  const text = { doc: documentOf(row), words }
  const document = buildRendition(loaded.original, language, text)
  const hash = renditionHash(document)
  const gateInput: RenditionGateInput = {
    revisionId: row.id,
    state: row.state,
    original: loaded.original,
    text,
    hash,
    authors: authors.map(({ id }) => id),
    reviews,
    approvalsNeeded: settings?.approvals ?? 1,
    standing: loaded.standing,
  }
  return { row, language, loaded, text, document, hash, authors, reviews, gateInput }
}

export type LoadedText = Awaited<ReturnType<typeof loadText>>

export function reviewsOf(reader: Reader, revisionId: string) {
  return reader
    .select({
      id: review.id,
      accountId: review.accountId,
      name: account.name,
      decision: review.decision,
      comment: review.comment,
      snapshotHash: review.snapshotHash,
      decidedAt: review.decidedAt,
    })
    .from(review)
    .innerJoin(account, eq(account.id, review.accountId))
    .where(eq(review.revisionId, revisionId))
    .orderBy(asc(review.decidedAt), asc(review.id))
}

/** What was published of a version in a language, newest first. */
export function renditionsOf(reader: Reader, publicationId: string, language: Language) {
  return reader
    .select()
    .from(rendition)
    .where(and(eq(rendition.publicationId, publicationId), eq(rendition.language, language)))
    .orderBy(desc(rendition.number))
}

export type RenditionRow = typeof rendition.$inferSelect

/** How what is published of a version stands. */
export function publishedOf(row: RenditionRow, version: number) {
  const { id, number, publishedAt, note, revisionId, document } = row
  return { id, version, number, publishedAt, note, isWithdrawn: revisionId === null, isRedacted: document === null }
}
