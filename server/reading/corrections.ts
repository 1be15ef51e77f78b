import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { publication } from '@/db/schema'
import type { ListCorrectionsInput } from '@/domain/input/reading'
import type { Language } from '@/domain/language'
import { pageOf, readCursor } from '../cursor'
import { correctionOf, currentSlug, isRedacted, readTitle, readTranslatedNote, titleJson, translatedNote } from './row'

const PAGE = 30

/** Every publication that replaced another, or those of one kind, newest first; translated where they are. */
export async function listCorrections(db: Reader, { cursor, kind, language }: ListCorrectionsInput) {
  const after = readCursor(cursor)
  const rows = await db
    .select({
      id: publication.id,
      number: publication.number,
      publishedAt: publication.publishedAt,
      correctionKind: publication.correctionKind,
      correctionNote: publication.correctionNote,
      isRedacted,
      slug: currentSlug,
      title: titleJson,
      translated: translatedNote(language ?? null),
    })
    .from(publication)
    .where(
      and(
        kind ? eq(publication.correctionKind, kind) : isNotNull(publication.correctionKind),
        after === null
          ? undefined
          : sql`(${publication.publishedAt}, ${publication.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(publication.publishedAt), desc(publication.id))
    .limit(PAGE + 1)
  const { items, nextCursor } = pageOf(rows, PAGE, (row) => ({ at: row.publishedAt, id: row.id }))
  return {
    items: items.flatMap((row) => itemOf(row, language ?? null)),
    nextCursor,
  }
}

type Row = Parameters<typeof correctionOf>[0] & {
  slug: string
  number: number
  publishedAt: Date
  title: unknown
  translated: unknown
}

function itemOf(row: Row, asked: Language | null) {
  const { slug, number, publishedAt, isRedacted } = row
  const own = readTitle(row.title)
  const correction = correctionOf(row)
  if (correction === null) return []
  const translated = own === null ? null : readTranslatedNote(row.translated)
  const said =
    translated === null
      ? { correction, title: own?.title ?? null, language: own?.language ?? null }
      : { correction: { ...correction, note: translated.note }, title: translated.title, language: asked }
  return [{ slug, number, publishedAt, isRedacted, ...said }]
}
