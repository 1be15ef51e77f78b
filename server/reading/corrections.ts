import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { publication } from '@/db/schema'
import type { ListCorrectionsInput } from '@/domain/input/reading'
import { pageOf, readCursor } from '../cursor'
import { correctionOf, currentSlug, isRedacted, readTitle, titleJson } from './row'

const PAGE = 30

/** Every publication that replaced another, or those of one kind, newest first. */
export async function listCorrections(db: Reader, { cursor, kind }: ListCorrectionsInput) {
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
    items: items.flatMap((row) => {
      const { title = null, language = null } = readTitle(row.title) ?? {}
      const correction = correctionOf(row)
      const { slug, number, publishedAt } = row
      return correction === null
        ? []
        : [{ slug, number, publishedAt, correction, title, language, isRedacted: row.isRedacted }]
    }),
    nextCursor,
  }
}
