import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { listing, publication } from '@/db/schema'
import type { ListAccountsInput } from '@/domain/input/reading'
import { pageOf, readCursor } from '../cursor'
import { correctionOf, currentSlug, headJson, isRedacted, readHead, reexaminedSince } from './row'
import type { ListedAccount } from './view'

const PAGE = 20

/** Each word of it begins a word of the text, or is a name in another spelling; what holds no word finds nothing. */
const holds = (column: AnyPgColumn, wanted: string) => sql`${column} @@ public_query(${wanted})`

/** A day as the listing counts them: 20240314. */
const dayNumber = (day: string | null | undefined) => (day ? Number(day.replaceAll('-', '')) : null)

function filters({ words, place, party, heading, tag, from, to }: Omit<ListAccountsInput, 'cursor'>): SQL[] {
  const found: SQL[] = []
  if (words) found.push(holds(listing.words, words))
  if (place) found.push(holds(listing.places, place))
  if (party) found.push(holds(listing.parties, party))
  if (tag) found.push(sql`${listing.tags} @> array[${tag}]::text[]`)
  if (heading) found.push(eq(listing.heading, heading))
  const [first, last] = [dayNumber(from), dayNumber(to)]
  if (first !== null && last !== null && first > last) found.push(sql`false`)
  else if (first !== null || last !== null)
    found.push(sql`${listing.occurred} && int4range(${first}::int, ${last}::int, '[]')`)
  return found
}

/** Up to so many are found through their indices and then sorted; of more, the newest are soon met in their order. */
const MANY = 2_000

/**
 * The newest of what the condition finds, by id, or null where it finds many. PostgreSQL takes any word's beginning for
 * a common one, and would walk through all there is, newest first, for a word that nobody wrote.
 */
async function fewFound(db: Reader, condition: SQL, many: number): Promise<string[] | null> {
  const { rows } = await db.execute<{ id: string; total: number }>(sql`
    with found as materialized (
      select ${listing.publicationId} as id, ${listing.publishedAt} as at from ${listing} where ${condition} limit ${many + 1})
    select id, (select count(*) from found)::int as total from found order by at desc, id desc limit ${PAGE + 1}`)
  return (rows[0]?.total ?? 0) > many ? null : rows.map((row) => row.id)
}

/** What the list is narrowed to. The headings have an index in the list's own order, and need no search before. */
async function narrowed(db: Reader, { cursor, ...wanted }: ListAccountsInput, many: number): Promise<SQL | undefined> {
  const after = readCursor(cursor)
  const condition = and(
    ...filters(wanted),
    after === null
      ? undefined
      : sql`(${listing.publishedAt}, ${listing.publicationId}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
  )
  const isSearch = filters({ ...wanted, heading: null }).length > 0
  if (!isSearch || condition === undefined) return condition
  const few = await fewFound(db, condition, many)
  if (few === null) return condition
  return few.length === 0 ? sql`false` : inArray(listing.publicationId, few)
}

/** The newest publications that are found, by id. */
export async function findNewest(db: Reader, wanted: ListAccountsInput): Promise<string[]> {
  const rows = await db
    .select({ id: listing.publicationId })
    .from(listing)
    .where(await narrowed(db, wanted, MANY))
    .orderBy(desc(listing.publishedAt), desc(listing.publicationId))
    .limit(PAGE)
  return rows.map(({ id }) => id)
}

/** The newest publication of each incident, newest first. */
export async function listAccounts(db: Reader, wanted: ListAccountsInput, many = MANY) {
  const rows = await db
    .select({
      id: publication.id,
      number: publication.number,
      publishedAt: publication.publishedAt,
      hash: publication.hash,
      correctionKind: publication.correctionKind,
      correctionNote: publication.correctionNote,
      isRedacted,
      slug: currentSlug,
      head: headJson,
      reexaminedSince,
    })
    .from(listing)
    .innerJoin(publication, eq(publication.id, listing.publicationId))
    .where(await narrowed(db, wanted, many))
    .orderBy(desc(listing.publishedAt), desc(listing.publicationId))
    .limit(PAGE + 1)
  const { items, nextCursor } = pageOf(rows, PAGE, (row) => ({ at: row.publishedAt, id: row.id }))
  return { items: items.map(listed), nextCursor }
}

type Row = Parameters<typeof correctionOf>[0] &
  Pick<ListedAccount, 'slug' | 'number' | 'publishedAt' | 'hash' | 'reexaminedSince'> & { head: unknown }

function listed(row: Row): ListedAccount {
  const head = readHead(row.head)
  const central = head?.central ?? null
  return {
    slug: row.slug,
    number: row.number,
    publishedAt: row.publishedAt,
    hash: row.hash,
    state: head === null ? 'redacted' : head.kind === 'retraction' ? 'retracted' : 'account',
    title: head?.incident.title ?? null,
    language: head?.language ?? null,
    type: head?.incident.type ?? null,
    occurred: head?.incident.occurred ?? null,
    place: head?.incident.place ?? null,
    central: central && {
      text: central.text,
      level: central.finding?.level ?? null,
      heading: central.finding?.heading ?? null,
      origins: central.origins.count,
    },
    correction: correctionOf(row),
    reexaminedSince: row.reexaminedSince,
  }
}
