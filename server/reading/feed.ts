import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { publication, rendition } from '@/db/schema'
import type { ListFeedInput } from '@/domain/input/reading'
import type { Language } from '@/domain/language'
import { renditionSchema } from '@/domain/rendition-document'
import { findNewest } from './list'
import { currentSlug } from './row'
import { lineColumns, parseDocument, versionRow, withoutId } from './version'
import type { FeedEntry } from './view'

const ENTRIES = 30

/** What became of a version that is not the newest. */
const later = sql<FeedEntry['later']>`(
  select case when bool_or(later.correction_kind = 'retraction') then 'retracted' when count(*) > 0 then 'replaced' end
  from publication later where later.incident_id = publication.incident_id and later.number > publication.number)`

/**
 * The newest publications, every version an entry of its own; narrowed, the newest of each account that is found, which
 * is another entry when it is corrected.
 */
export async function listFeed(db: Reader, wanted?: ListFeedInput): Promise<FeedEntry[]> {
  const { language, isCorrection, ...narrowed } = wanted ?? {}
  const isNarrowed = Object.values(narrowed).some((value) => value != null && value !== '')
  const rows = await db
    .select({ ...lineColumns, document: publication.document, slug: currentSlug, later })
    .from(publication)
    .where(
      and(
        wanted !== undefined && isNarrowed ? inArray(publication.id, await findNewest(db, wanted)) : undefined,
        isCorrection === true ? isNotNull(publication.correctionKind) : undefined,
      ),
    )
    .orderBy(desc(publication.publishedAt), desc(publication.id))
    .limit(ENTRIES)
  const translations = language == null ? new Map<string, never>() : await translationsInto(db, language, rows)
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    version: withoutId(versionRow(row)),
    document: parseDocument(row.document),
    translation: translations.get(row.id) ?? null,
    later: row.later,
  }))
}

/** By publication: the last word on it in a language, where that is a translation. */
async function translationsInto(db: Reader, language: Language, of: readonly { id: string }[]) {
  const ids = of.map(({ id }) => id)
  const rows = await db
    .selectDistinctOn([rendition.publicationId], {
      id: rendition.publicationId,
      revisionId: rendition.revisionId,
      document: rendition.document,
      publishedAt: rendition.publishedAt,
    })
    .from(rendition)
    .where(and(inArray(rendition.publicationId, ids), eq(rendition.language, language)))
    .orderBy(rendition.publicationId, desc(rendition.number))
  return new Map(
    rows.flatMap(({ id, revisionId, document, publishedAt }) =>
      document === null || revisionId === null
        ? []
        : [[id, { publishedAt, document: renditionSchema.parse(JSON.parse(document)) }] as const],
    ),
  )
}
