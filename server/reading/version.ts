import { and, desc, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { notice, publication, redaction, rendition, slug } from '@/db/schema'
import type { Language } from '@/domain/language'
import { publicDocumentSchema, type PublicDocument } from '@/domain/snapshot-schema'
import type { RedactionKind } from '@/domain/words'
import { notFound } from '../fault'
import { correctionOf, isRedacted } from './row'
import type { Reexamination, VersionLine } from './view'

/** The incident behind an address, or the address that took its place. @throws NOT_FOUND for one that never was. */
export async function resolveSlug(db: Reader, wanted: string): Promise<{ incidentId: string } | { movedTo: string }> {
  const [row] = await db
    .select({
      incidentId: slug.incidentId,
      retiredAt: slug.retiredAt,
      isPublished: sql<boolean>`exists (select from publication p where p.incident_id = slug.incident_id)`,
      current: sql<string | null>`(
        select s.slug from slug s where s.incident_id = slug.incident_id and s.retired_at is null
        order by s.created_at desc, s.slug limit 1)`,
    })
    .from(slug)
    .where(eq(slug.slug, wanted))
    .limit(1)
  if (row === undefined || !row.isPublished) throw notFound('account')
  if (row.retiredAt !== null && row.current !== null) return { movedTo: row.current }
  return { incidentId: row.incidentId }
}

const lineColumns = {
  id: publication.id,
  number: publication.number,
  publishedAt: publication.publishedAt,
  hash: publication.hash,
  correctionKind: publication.correctionKind,
  correctionNote: publication.correctionNote,
  approvals: publication.approvals,
  isRedacted,
}

export type VersionRow = VersionLine & { id: string }

type LineRow = Parameters<typeof correctionOf>[0] & Omit<VersionRow, 'correction'>

export function versionRow(row: LineRow): VersionRow {
  const { id, number, publishedAt, hash, approvals } = row
  return { id, number, publishedAt, hash, approvals, correction: correctionOf(row), isRedacted: row.isRedacted }
}

export function withoutId({ id: _id, ...line }: VersionRow): VersionLine {
  return line
}

export { lineColumns }

/** Versions of an incident, newest first; `below`: only those with a smaller number. */
export async function versionLines(
  db: Reader,
  incidentId: string,
  limit: number,
  below?: number | null,
): Promise<VersionRow[]> {
  const rows = await db
    .select(lineColumns)
    .from(publication)
    .where(and(eq(publication.incidentId, incidentId), below == null ? undefined : lt(publication.number, below)))
    .orderBy(desc(publication.number))
    .limit(limit)
  return rows.map(versionRow)
}

export function parseDocument(document: string | null): PublicDocument | null {
  return document === null ? null : publicDocumentSchema.parse(JSON.parse(document))
}

/** The documents of some publications, by id; null: redacted. */
export async function documentsOf(db: Reader, ids: readonly string[]): Promise<Map<string, PublicDocument | null>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: publication.id, document: publication.document })
    .from(publication)
    .where(inArray(publication.id, [...ids]))
    .limit(ids.length)
  return new Map(rows.map((row) => [row.id, parseDocument(row.document)]))
}

export type Redactions = {
  publicationId: string | null
  kind: RedactionKind
  /** Of a translation alone: into which language. */
  language: Language | null
  reason: string
  at: Date
}

const REDACTIONS = 50

/** What was redacted from these publications and their translations, and from captures of their incident. Never the byline itself. */
export async function redactionsOf(db: Reader, incidentId: string, ids: readonly string[]): Promise<Redactions[]> {
  const rows = await db
    .select({
      publicationId: redaction.publicationId,
      kind: redaction.kind,
      language: rendition.language,
      reason: redaction.publicReason,
      at: redaction.confirmedAt,
    })
    .from(redaction)
    .leftJoin(rendition, eq(rendition.id, redaction.renditionId))
    .where(
      and(
        isNotNull(redaction.confirmedAt),
        or(
          ids.length === 0 ? undefined : inArray(redaction.publicationId, [...ids]),
          and(eq(redaction.incidentId, incidentId), eq(redaction.kind, 'capture')),
        ),
      ),
    )
    .orderBy(desc(redaction.confirmedAt), desc(redaction.id))
    .limit(REDACTIONS)
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }]))
}

const NOTICES = 20

/** Notices of re-examination, newest first. */
export async function noticesOf(db: Reader, incidentId: string): Promise<Reexamination[]> {
  return db
    .select({
      since: notice.begunAt,
      reason: notice.reason,
      liftedAt: notice.liftedAt,
      liftReason: notice.liftReason,
    })
    .from(notice)
    .where(eq(notice.incidentId, incidentId))
    .orderBy(desc(notice.begunAt), desc(notice.id))
    .limit(NOTICES)
}
