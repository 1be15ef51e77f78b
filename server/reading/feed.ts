import { desc, inArray, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { publication } from '@/db/schema'
import type { ListFeedInput } from '@/domain/input/reading'
import { findNewest } from './list'
import { currentSlug } from './row'
import { lineColumns, parseDocument, versionRow, withoutId } from './version'
import type { FeedEntry } from './view'

const ENTRIES = 30

const isRetracted = sql<boolean>`exists (
  select from publication later where later.incident_id = publication.incident_id
  and later.number > publication.number and later.correction_kind = 'retraction')`

/**
 * The newest publications, every version an entry of its own; narrowed, the newest of each account that is found, which
 * is another entry when it is corrected.
 */
export async function listFeed(db: Reader, wanted?: ListFeedInput): Promise<FeedEntry[]> {
  const isNarrowed = wanted !== undefined && Object.values(wanted).some((value) => value != null && value !== '')
  const rows = await db
    .select({ ...lineColumns, document: publication.document, slug: currentSlug, isRetracted })
    .from(publication)
    .where(isNarrowed ? inArray(publication.id, await findNewest(db, wanted)) : undefined)
    .orderBy(desc(publication.publishedAt), desc(publication.id))
    .limit(ENTRIES)
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    version: withoutId(versionRow(row)),
    document: parseDocument(row.document),
    isRetracted: row.isRetracted,
  }))
}
