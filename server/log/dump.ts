import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import { logLeaf, publication, rendition } from '@/db/schema'
import { DUMP_PART, type ReadPartInput, type ReadRecordsInput } from '@/domain/input/log'
import { notFound } from '../fault'
import { readSize } from './queries'
import type { partView, recordListView } from './view'

/** What is in it grows at its end and shrinks by redactions alone, and each of both is an entry. */
export async function showPart(db: Reader, { part }: ReadPartInput): Promise<z.output<typeof partView>> {
  const size = await readSize(db)
  const first = part * DUMP_PART
  if (first > 0 && first >= size) throw notFound('part of the log')
  const width = Math.min(DUMP_PART, size - first)
  const { rows } = await db.execute<{ index: number }>(sql`
    select distinct later.index from log_leaf own join log_leaf later on later.publication_id = own.publication_id
    where own.index between ${first} and ${first + width - 1} and own.redaction_id is null
      and later.redaction_id is not null
    order by later.index`)
  return { size, first, width, redactions: rows.map(({ index }) => index) }
}

/** Entries in their order, with the documents that they are of, as they can be read. */
export async function showRecords(
  db: Reader,
  { first, width }: ReadRecordsInput,
): Promise<z.output<typeof recordListView>> {
  const isOwn = and(eq(publication.id, logLeaf.publicationId), isNull(logLeaf.redactionId), isNull(logLeaf.renditionId))
  const rows = await db
    .select({
      index: logLeaf.index,
      entry: logLeaf.entry,
      note: sql<string | null>`coalesce(${publication.correctionNote}, ${rendition.note})`,
      document: sql<string | null>`coalesce(${publication.document}, ${rendition.document})`,
    })
    .from(logLeaf)
    .leftJoin(publication, isOwn)
    .leftJoin(rendition, eq(rendition.id, logLeaf.renditionId))
    .where(gte(logLeaf.index, first))
    .orderBy(asc(logLeaf.index))
    .limit(width)
  // With a redacted version its note is gone too: it may say again what was taken out.
  return rows.map((row) => (row.document === null ? { ...row, note: null } : row))
}
