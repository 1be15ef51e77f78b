import { and, asc, between, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '@/db/client'
import { listing } from '@/db/schema'
import type { ListAddressesInput } from '@/domain/input/reading'
import { LANGUAGES } from '@/domain/language'
import type { addressListView } from './view'

/** A sitemap may name 50,000 addresses, of which an account has one a language. */
const MOST = 50_000 / LANGUAGES.length - 100
/** A part takes some milliseconds; ids are random, so that parts by their beginnings are about even. */
const EACH = 800

const read = z
  .array(z.string())
  .transform((tags) => LANGUAGES.filter((each) => tags.some((tag) => tag.split('-')[0] === each)))

const DIGITS = '0123456789abcdef'.split('')

/** The first and the last id that begin so. */
const ends = (prefix: string): [string, string] => [idOf(prefix.padEnd(32, '0')), idOf(prefix.padEnd(32, 'f'))]
const idOf = (digits: string) => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The longest beginning that may be asked for. */
const LONGEST = 3

const within = (prefix: string) => and(between(listing.incidentId, ...ends(prefix)), isNotNull(listing.words))

/** Are there more with this beginning? Counts no further than that. */
async function isMore(db: Reader, prefix: string, each: number): Promise<boolean> {
  const some = db.select({ id: listing.incidentId }).from(listing).where(within(prefix))
  return (await db.$count(some.limit(each + 1).as('some'))) > each
}

/** The beginnings, of one length, by which each part is short enough, as one of them shows; none: it is short as a whole. */
async function partsOf(db: Reader, each: number): Promise<string[]> {
  let parts: string[] = []
  for (let length = 0; length < LONGEST && (await isMore(db, '0'.repeat(length), each)); length++)
    parts = parts.length === 0 ? DIGITS : parts.flatMap((part) => DIGITS.map((digit) => part + digit))
  return parts
}

/** The address in use. Drizzle would write the column without its table, which within means another. */
const slugInUse = sql<string>`(
  select s.slug from slug s where s.incident_id = listing.incident_id and s.retired_at is null
  order by s.created_at desc, s.slug limit 1)`

/** In which languages its newest version can be read: its own, and those it was translated into. Others are its own text in another frame. */
const languages = sql<unknown>`(
  select coalesce(json_agg(t.language), '[]') from (
    select listing.head ->> 'language' as language
    union select t.language from rendition t where t.publication_id = listing.publication_id
      and t.revision_id is not null and t.document is not null and not exists (select from rendition later
        where later.publication_id = t.publication_id and later.language = t.language and later.number > t.number)) as t)`

/**
 * Where each account that was not redacted is, those whose ids begin with `prefix`; where they are too many for one
 * sitemap, the beginnings to ask for instead. `each`: how many are too many.
 */
export async function listAddresses(
  db: Reader,
  { prefix }: ListAddressesInput,
  each = EACH,
): Promise<z.output<typeof addressListView>> {
  const parts = prefix === '' ? await partsOf(db, each) : []
  if (parts.length > 0) return { parts, items: [] }
  const items = await db
    .select({ slug: slugInUse, publishedAt: listing.publishedAt, languages })
    .from(listing)
    .where(within(prefix))
    .orderBy(asc(listing.incidentId))
    .limit(MOST)
  return { parts: [], items: items.map((item) => ({ ...item, languages: read.parse(item.languages) })) }
}
