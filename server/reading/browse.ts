import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import type { CalledInput } from '@/domain/input/reading'
import { LOCALE, type Language } from '@/domain/language'
import { calling, namePath } from '@/domain/rendition-names'
import { tagPath } from '@/domain/rendition-words'
import { browseView, type calledView } from './view'

/** So many of the newest are counted, however many there are. */
const NEWEST = 250
const NAMES = 12
const PLACES = 60

const most = (name: string, from: string, limit: number) =>
  sql.raw(`(select coalesce(jsonb_agg(to_jsonb(most)), '[]') from (
    select name, count(*)::int as count from ${from} where name is not null group by name
    order by count desc, name collate "C" limit ${limit}) as most) as ${name}`)

type Lists = z.output<typeof browseView>
type Named = { name: string; count: number }
/** `allNames`, `allTags`: those of all that was counted, however few have them. */
type Counted = Record<keyof Lists, unknown> &
  Record<'places' | 'parties' | 'tags', Named[]> &
  Record<'allNames' | 'allTags', string[]>

/** What the newest accounts are about, the most frequent first: names as they were published and how many have them. */
export async function countNewest(db: Reader): Promise<Counted> {
  const { rows } = await db.execute<Counted>(sql`
    with newest as materialized (
      select heading, tags, party_names, place_name, latitude, longitude, precision from listing
      where words is not null order by published_at desc, publication_id desc limit ${NEWEST})
    select (select count(*)::int from newest) as "lookedAt",
      (select coalesce(jsonb_agg(to_jsonb(most)), '[]') from (
        select place_name as name, count(*)::int as count, min(latitude) as latitude, min(longitude) as longitude,
          min(precision) as precision
        from newest where place_name is not null group by place_name
        order by count desc, place_name collate "C" limit ${PLACES}) as most) as places,
      ${most('parties', 'newest, unnest(party_names) as name', NAMES)},
      ${most('tags', 'newest, unnest(tags) as name', NAMES * 2)},
      (select coalesce(jsonb_agg(distinct name), '[]') from (
        select place_name as name from newest union all select unnest(party_names) from newest) as each
        where name is not null) as "allNames",
      (select coalesce(jsonb_agg(distinct name), '[]') from newest, unnest(tags) as name) as "allTags",
      ${most('headings', '(select heading as name from newest) as each', NAMES)}`)
  const [counted] = rows
  if (counted === undefined) throw new Error('nothing was counted')
  return counted
}

/** What names and tags are called in a language, by the last translation of one of the same accounts that says so. */
async function namesIn(db: Reader, language: Language): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.execute<{ path: string; said: string }>(sql`
    with newest as (select publication_id from listing
      where words is not null order by published_at desc, publication_id desc limit ${NEWEST}),
    last as (select distinct on (t.publication_id) t.document::jsonb as d, t.published_at, t.revision_id
      from newest join rendition t on t.publication_id = newest.publication_id and t.language = ${language}
      order by t.publication_id, t.number desc)
    select distinct on (each.key) each.key as path, each.value as said from last, jsonb_each_text(d -> 'words') as each
      where d is not null and revision_id is not null and (each.key like 'name/%' or each.key like 'tag/%') order by each.key, published_at desc`)
  return new Map(rows.map(({ path, said }) => [path, said]))
}

/** What was counted last on a connection, by language, with what the public record was before that. */
const counted = new WeakMap<Reader, { record: string; lists: Map<Language, Read> }>()
type Say = (name: string) => string
type Read = { lists: Lists; name: Say; tag: Say }

/** The same, counted once for each change of the public record: every page of the list and every search shows it. */
export async function readBrowse(db: Reader, language: Language): Promise<Lists> {
  return (await readOnce(db, language)).lists
}

/** What a list is narrowed by, as the reader's language has it; what no translation of the newest says stays as it is asked. */
export async function readCalled(db: Reader, asked: CalledInput): Promise<z.output<typeof calledView>> {
  const { name, tag } = await readOnce(db, asked.language)
  return { place: name(asked.place ?? ''), party: name(asked.party ?? ''), tag: tag(asked.tag ?? '') }
}

async function readOnce(db: Reader, language: Language): Promise<Read> {
  // An older copy of the database that is put in the place of this one has another transaction behind the same number.
  const { rows } = await db.execute<{ record: string }>(sql`select number || ' ' || xmin as record from public_record`)
  const record = rows[0]?.record ?? ''
  const known = counted.get(db)
  const { lists } = known?.record === record ? known : { lists: new Map<Language, Read>() }
  const there = lists.get(language)
  if (there !== undefined) return there
  const { allNames, allTags, ...found } = await countNewest(db)
  const translated = await namesIn(db, language)
  const name = calling(allNames, translated, namePath)
  const tag = calling(allTags, translated, tagPath)
  const { compare } = new Intl.Collator(LOCALE[language])
  // Those that are as many stand as the language has them.
  const called = <Counted extends Named>(all: readonly Counted[], say: Say) =>
    all
      .map((each) => ({ ...each, said: say(each.name) }))
      .toSorted((a, b) => b.count - a.count || compare(a.said, b.said))
  const { places, parties, tags } = found
  const own = browseView.parse({
    ...found,
    places: called(places, name),
    parties: called(parties, name),
    tags: called(tags, tag),
  })
  const made = { lists: own, name, tag }
  lists.set(language, made)
  counted.set(db, { record, lists })
  return made
}
