import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { readArticle, type Article, type Reading } from '@/domain/likeness/reading'
import { shinglesOf } from '@/domain/likeness/shingle'
import { tokensOf } from '@/domain/likeness/tokens'
import { indexText } from '@/domain/text'

export type Held = { captureId: string; sourceId: string; kind: 'document' | 'own_work'; article: Article }

type Row = {
  captureId: string
  sourceId: string
  kind: 'document' | 'own_work'
  text: string
  capturedAt: Date
  language: string | null
  published: string | null
  url: string | null
  outletId: string | null
  outletNames: string[]
  excluded: { start: number; end: number }[]
}

/** The most of a text that is compared, in UTF-16 units; a book is no article. */
const MOST_TEXT = 600_000

/** Captures with what is known of them; those that are redacted or have no text are left out. */
export async function readHeld(reader: Reader, captureIds: readonly string[]): Promise<Held[]> {
  if (captureIds.length === 0) return []
  const found = await reader.execute<Row>(sql`
    select c.id as "captureId", c.source_id as "sourceId", s.kind, left(c.text, ${MOST_TEXT}) as text,
      c.captured_at as "capturedAt", s.language, s.published, s.url, s.outlet_id as "outletId",
      array(select p.name from party p where p.id = s.outlet_id
        union all (select a.name from party_alias a where a.party_id = s.outlet_id order by a.id limit 50)) as "outletNames",
      (select coalesce(jsonb_agg(jsonb_build_object('start', x.start, 'end', x."end") order by x.start), '[]')
        from exclusion x where x.capture_id = c.id and x.lifted_at is null) as excluded
    from capture c join source s on s.id = c.source_id
    where c.id = any(${sql.param([...captureIds])}::uuid[]) and c.text <> ''`)
  const byId = new Map(found.rows.map((row) => [row.captureId, heldOf(row)]))
  return captureIds.flatMap((id) => byId.get(id) ?? [])
}

function heldOf({ captureId, sourceId, kind, outletId, outletNames, ...row }: Row): Held {
  const article = {
    text: row.text,
    excluded: row.excluded,
    language: row.language,
    published: row.published,
    capturedAt: new Date(row.capturedAt),
    outlet: outletId === null ? null : { id: outletId, names: outletNames },
    url: row.url,
  }
  return { captureId, sourceId, kind, article }
}

/** Pages of an outlet that are looked at for what it prints on all of them, and on how many that has to stand. */
const PAGES = 8
const REPEATED = 3

/** Shingles that an outlet repeats on its pages: on three others at least. Versions of this very story are no others. */
async function commonShingles(reader: Reader, held: Held): Promise<Set<number>> {
  const { outlet } = held.article
  if (outlet === null) return new Set()
  const found = await reader.execute<{ text: string }>(sql`
    select left(c.text, 40000) as text from (
      select id from source where outlet_id = ${outlet.id} and id <> ${held.sourceId} order by created_at desc, id limit ${PAGES}
    ) s cross join lateral (
      select text from capture where source_id = s.id and text <> '' order by number desc limit 1) c`)
  const own = new Set(shinglesOf(tokensOf(indexText(held.article.text))))
  const times = new Map<number, number>()
  for (const { text } of found.rows) {
    const shared = new Set([...shinglesOf(tokensOf(indexText(text)))].filter((shingle) => own.has(shingle)))
    if (shared.size > own.size / 2) continue
    for (const shingle of shared) times.set(shingle, (times.get(shingle) ?? 0) + 1)
  }
  return new Set([...times].filter(([, count]) => count >= REPEATED).map(([shingle]) => shingle))
}

/** A capture read once, what its outlet repeats marked. */
export async function readCapture(reader: Reader, held: Held): Promise<Reading> {
  return readArticle(held.article, await commonShingles(reader, held))
}
