import { and, desc, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { publication } from '@/db/schema'
import type { ListAccountsInput } from '@/domain/input/reading'
import { pageOf, readCursor } from '../cursor'
import { correctionOf, currentSlug, headJson, isNewest, isRedacted, readHead, reexaminedSince } from './row'
import type { ListedAccount } from './view'

const PAGE = 20
/** A search of more words than this is about its first ones. */
const WORDS = 8

const documentJson = sql`${publication.document}::jsonb`
/** Unlike `like`, it knows no wildcards. */
const holds = (text: SQL, wanted: string) => sql`strpos(lower(${text}), lower(${wanted})) > 0`

const stringsAt = (...paths: string[]) =>
  sql.join(
    paths.map(
      (path) => sql`select found #>> '{}' as line from jsonb_path_query(${documentJson}, ${path}::jsonpath) found`,
    ),
    sql` union all `,
  )

const anyHolds = (wanted: string, ...paths: string[]) =>
  sql`exists (select from (${stringsAt(...paths)}) as texts where ${holds(sql`line`, wanted)})`

const PLACE = ['$.incident.place.name', '$.incident.place.names[*].name']
const PARTY = [
  '$.incident.parties[*].name',
  '$.incident.parties[*].aliases[*]',
  '$.incident.sides[*].name',
  '$.claims[*].claimants[*].name',
]
const WORD = [
  '$.incident.title',
  '$.incident.tags[*]',
  ...PLACE,
  ...PARTY,
  '$.claims[*].text',
  '$.claims[*].question.text',
  '$.summary.**.text',
]

const occurred = sql`(${documentJson} #>> '{incident,occurred}')`
const marksGone = (part: SQL) => sql`translate(${part}, '~?%', '')`
/** The beginning or end of an EDTF value as far as it is given; a season is its whole year (see domain/time). */
const bound = (part: SQL, unknown: string, digit: string) => sql`case
  when ${part} in ('', '..') then ${unknown}
  when ${marksGone(part)} ~ '^[0-9]{4}-2[1-9]$' then left(${part}, 4)
  else replace(${marksGone(part)}, 'X', ${digit}) end`
const earliest = bound(sql`split_part(${occurred}, '/', 1)`, '0000', '0')
const latest = bound(
  sql`case when strpos(${occurred}, '/') > 0 then split_part(${occurred}, '/', 2) else ${occurred} end`,
  '9999',
  '9',
)

function filters({ words, place, party, heading, from, to }: Omit<ListAccountsInput, 'cursor'>): SQL[] {
  const found: SQL[] = []
  for (const word of (words ?? '').split(' ').filter(Boolean).slice(0, WORDS)) found.push(anyHolds(word, ...WORD))
  if (place) found.push(anyHolds(place, ...PLACE))
  if (party) found.push(anyHolds(party, ...PARTY))
  if (heading)
    found.push(
      sql`jsonb_path_exists(${documentJson}, '$.claims[*] ? (@.isCentral == true && @.finding.heading == $heading)',
        jsonb_build_object('heading', ${heading}::text))`,
    )
  if (from) found.push(sql`(${latest} || '-99') collate "C" >= ${from}`)
  if (to) found.push(sql`(${earliest}) collate "C" <= ${to}`)
  return found
}

/** The newest publication of each incident, newest first. */
export async function listAccounts(db: Reader, { cursor, ...wanted }: ListAccountsInput) {
  const after = readCursor(cursor)
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
    .from(publication)
    .where(
      and(
        isNewest,
        ...filters(wanted),
        after === null
          ? undefined
          : sql`(${publication.publishedAt}, ${publication.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(publication.publishedAt), desc(publication.id))
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
