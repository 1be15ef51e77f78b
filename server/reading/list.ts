import { desc, eq, sql, type Placeholder, type SQL } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { listing, publication } from '@/db/schema'
import { statement } from '@/db/statement'
import type { ListAccountsInput } from '@/domain/input/reading'
import type { Language } from '@/domain/language'
import { pageOf, readCursor } from '../cursor'
import {
  correctionOf,
  currentSlug,
  isRedacted,
  readHead,
  readTranslatedHead,
  reexaminedSince,
  translatedHead,
} from './row'
import type { ListedAccount } from './view'

const PAGE = 20

/** So many of the newest are looked at one by one before the index is asked. */
const WALKED = 128

/** A day as the listing counts them: 20240314. */
const dayNumber = (day: string | null | undefined) => (day ? Number(day.replaceAll('-', '')) : null)

const KEYS = [
  'words',
  'place',
  'party',
  'tag',
  'heading',
  'first',
  'last',
  'at',
  'id',
  'many',
  'walked',
  'language',
] as const
type Key = (typeof KEYS)[number]

/** What is looked for, and where in the list. */
function asked({ cursor, from, to, ...wanted }: ListAccountsInput, many: number, walked: number): Record<Key, unknown> {
  const after = readCursor(cursor)
  return {
    words: wanted.words || null,
    place: wanted.place || null,
    party: wanted.party || null,
    tag: wanted.tag || null,
    heading: wanted.heading ?? null,
    first: dayNumber(from),
    last: dayNumber(to),
    at: after?.at.toISOString() ?? null,
    id: after?.id ?? null,
    many,
    walked,
    language: wanted.language ?? null,
  }
}

/** The newest that are found, in their order; which way they are looked for, public_found decides (decision 47). */
const found = (value: Record<Key, Placeholder>): SQL => sql`public_found(${value.words}::text, ${value.place}::text,
  ${value.party}::text, ${value.tag}::text, ${value.heading}::text, ${value.first}::integer, ${value.last}::integer,
  ${value.at}::timestamptz, ${value.id}::uuid, ${value.many}::integer, ${value.walked}::integer)`

const readNewest = statement('public found', KEYS, (db, value) =>
  db.select({ id: sql<string>`publication_id` }).from(found(value)),
)

/** The newest publications that are found, by id. */
export async function findNewest(db: Reader, wanted: ListAccountsInput, walked = WALKED): Promise<string[]> {
  const rows = await readNewest(db, asked(wanted, PAGE, walked))
  return rows.map(({ id }) => id)
}

const readPage = statement('public list', KEYS, (db, value) =>
  db
    .select({
      id: publication.id,
      number: publication.number,
      publishedAt: publication.publishedAt,
      hash: publication.hash,
      correctionKind: publication.correctionKind,
      correctionNote: publication.correctionNote,
      isRedacted,
      slug: currentSlug,
      head: listing.head,
      translated: translatedHead(value.language),
      reexaminedSince,
    })
    .from(listing)
    .innerJoin(publication, eq(publication.id, listing.publicationId))
    .where(sql`${listing.publicationId} = any (array(select publication_id from ${found(value)}))`)
    .orderBy(desc(listing.publishedAt), desc(listing.publicationId)),
)

/** The newest publication of each incident, newest first. */
export async function listAccounts(db: Reader, wanted: ListAccountsInput, walked = WALKED) {
  const rows = await readPage(db, asked(wanted, PAGE + 1, walked))
  const { items, nextCursor } = pageOf(rows, PAGE, (row) => ({ at: row.publishedAt, id: row.id }))
  return { items: items.map((row) => listed(row, wanted.language ?? null)), nextCursor }
}

type Row = Parameters<typeof correctionOf>[0] &
  Pick<ListedAccount, 'slug' | 'number' | 'publishedAt' | 'hash' | 'reexaminedSince'> & {
    head: unknown
    translated: unknown
  }

/** In the words of its translation where there is one, which are in another language than the account. */
function listed(row: Row, language: Language | null): ListedAccount {
  const head = readHead(row.head)
  const central = head?.central ?? null
  const place = head?.incident.place ?? null
  const translated = head === null ? null : readTranslatedHead(row.translated)
  return {
    slug: row.slug,
    number: row.number,
    publishedAt: row.publishedAt,
    hash: row.hash,
    state: head === null ? 'redacted' : head.kind === 'retraction' ? 'retracted' : 'account',
    title: translated?.title ?? head?.incident.title ?? null,
    language: translated === null ? (head?.language ?? null) : language,
    type: head?.incident.type ?? null,
    occurred: head?.incident.occurred ?? null,
    place: place && { ...place, name: translated?.place ?? place.name },
    central: central && {
      text: translated?.claim ?? central.text,
      level: central.finding?.level ?? null,
      heading: central.finding?.heading ?? null,
      origins: central.origins.count,
    },
    correction: correctionOf(row),
    reexaminedSince: row.reexaminedSince,
  }
}
