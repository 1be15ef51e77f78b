import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import type { Agency } from '@/domain/likeness/credit'
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
  isConfidential: boolean
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
      c.captured_at as "capturedAt", s.is_confidential as "isConfidential", s.language, s.published, s.url, s.outlet_id as "outletId",
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
    isConfidential: row.isConfidential,
  }
  return { captureId, sourceId, kind, article }
}

/** Pages of an outlet that are looked at for what it prints on all of them, and on how many that has to stand. */
const PAGES = 8
const REPEATED = 3

type Page = { sourceId: string; shingles: ReadonlySet<number> }

/** The newest pages of each outlet, by its id. */
type Pages = ReadonlyMap<string, readonly Page[]>

/** The pages of all the outlets of these captures, each read once: of many captures most are of few outlets. */
export async function readPages(reader: Reader, all: readonly Held[]): Promise<Pages> {
  const outlets = [...new Set(all.flatMap(({ article }) => article.outlet?.id ?? []))]
  if (outlets.length === 0) return new Map()
  // One more than are looked at: a page is not held against itself.
  const found = await reader.execute<{ outletId: string; sourceId: string; text: string }>(sql`
    select o.id as "outletId", s.id as "sourceId", left(c.text, 40000) as text
    from unnest(${sql.param(outlets)}::uuid[]) o (id)
    cross join lateral (
      select id, created_at from source where outlet_id = o.id order by created_at desc, id desc limit ${PAGES + 1}) s
    cross join lateral (
      select text from capture where source_id = s.id and text <> '' order by number desc limit 1) c
    order by s.created_at desc, s.id desc`)
  const pages = new Map<string, Page[]>(outlets.map((id) => [id, []]))
  for (const { outletId, sourceId, text } of found.rows)
    pages.get(outletId)?.push({ sourceId, shingles: new Set(shinglesOf(tokensOf(indexText(text)))) })
  return pages
}

/** Shingles that an outlet repeats on its pages: on three others at least. Versions of this very story are no others. */
function commonShingles({ sourceId, article }: Held, pages: Pages): Set<number> {
  const others = pages.get(article.outlet?.id ?? '')?.filter((page) => page.sourceId !== sourceId) ?? []
  if (others.length < REPEATED) return new Set()
  const own = new Set(shinglesOf(tokensOf(indexText(article.text))))
  const times = new Map<number, number>()
  for (const page of others.slice(0, PAGES)) {
    const shared = [...page.shingles].filter((shingle) => own.has(shingle))
    if (shared.length > own.size / 2) continue
    for (const shingle of shared) times.set(shingle, (times.get(shingle) ?? 0) + 1)
  }
  return new Set([...times].filter(([, count]) => count >= REPEATED).map(([shingle]) => shingle))
}

/** A capture read once, what its outlet repeats marked. */
export const readCapture = (held: Held, pages: Pages): Reading => readArticle(held.article, commonShingles(held, pages))

/** Those of the desk: more than a text can credit. */
const MOST_AGENCIES = 300

/** The desk's own news agencies by all their names. */
export async function readAgencies(reader: Reader): Promise<Agency[]> {
  const { rows } = await reader.execute<{ names: [string, ...string[]] }>(sql`
    select array[p.name] || array(select a.name from party_alias a where a.party_id = p.id order by a.id limit 50) as names
    from party p where p.kind = 'agency' and p.merged_into_id is null and length(p.name) > 2 order by p.id limit ${MOST_AGENCIES}`)
  return rows.map((row) => row.names)
}
