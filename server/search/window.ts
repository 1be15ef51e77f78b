import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { dayFacets } from '@/domain/search-day'
import type { CountSearchInput } from '@/domain/input/search'
import { badInput } from '../fault'
import { idsNamed } from './name'
import type { Wish } from './wish'

/** What an entry must have: of each list one. A list of nothing is met by no entry. */
type Groups = string[][]

/** What is narrowed by, as the index knows it. */
export async function groupsOf(db: Reader, wanted: CountSearchInput): Promise<Groups> {
  const groups: Groups = []
  const one = (letter: string, value: string | null | undefined) => {
    if (value != null) groups.push([`${letter}:${value}`])
  }
  one('l', wanted.language?.split('-')[0])
  one('v', wanted.level)
  one('s', wanted.status)
  if (wanted.grade != null) groups.push(await outletsGraded(db, wanted.grade))
  if (wanted.outlet !== null) groups.push((await idsNamed(db, 'party', wanted.outlet)).map((id) => `o:${id}`))
  if (wanted.party !== null) groups.push((await idsNamed(db, 'party', wanted.party)).map((id) => `p:${id}`))
  if (wanted.place !== null) groups.push((await idsNamed(db, 'place', wanted.place)).map((id) => `a:${id}`))
  for (const days of [
    dayFacets('h', wanted.happenedFrom, wanted.happenedTo ?? soon(wanted.happenedFrom)),
    dayFacets('d', wanted.publishedFrom, wanted.publishedTo ?? soon(wanted.publishedFrom)),
  ])
    if (days !== null) groups.push(days)
  return groups
}

/** From a day on means to ten years from now: each year beyond would be looked for in the index by itself. */
const soon = (from: string | null) => (from === null ? null : `${new Date().getUTCFullYear() + 10}-12-31`)

/** Outlets by the grade in force; a desk grades some hundreds. */
const MOST_OUTLETS = 2_000

async function outletsGraded(db: Reader, grade: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select party_id as id from (select distinct on (party_id) party_id, grade from outlet_grade
      order by party_id, graded_at desc, id desc) as newest where grade = ${grade} limit ${MOST_OUTLETS}`)
  return rows.map((row) => `o:${row.id}`)
}

/** One thing that was found, and how well it fits: a whole number, higher is better. */
export type Ranked = { n: number; rank: number }

/** Among the newest so many, and as many as a page holds at least, the order is how well they fit. */
const MOST = 200

/** What was found between two numbers, the best first, and the lower of them. */
export type Window = { found: Ranked[]; bottom: number }

/**
 * The newest entries up to `top` that are wanted: no more are read than are `enough`, or those down to the `bottom` of
 * the page before.
 */
export async function readWindow(
  db: Reader,
  { query, sure }: Wish,
  groups: Groups,
  { top, bottom }: { top: number; bottom: number | null },
  enough: number,
): Promise<Window> {
  const most = bottom === null ? MOST : MOST * 2
  const { rows } = await db.execute<{ n: string | null; rank: number | null; bottom: string }>(sql`
    select e.n, ${query === null ? sql`0` : sql`(1000000 * ts_rank(e.words, ${query}::tsquery, 1))::integer`} as rank, read.bottom
    from search_window(${query}::tsquery, ${sure}::tsquery, ${JSON.stringify(groups)}::jsonb, ${top}::bigint, ${most}::integer,
      ${enough}::integer, ${bottom}::bigint) as read
    left join search_entry e on e.n = any(read.numbers) and e.n >= ${bottom ?? 0}::bigint order by rank desc, e.n desc`)
  const found = rows.flatMap(({ n, rank }) => (n === null ? [] : [{ n: Number(n), rank: rank ?? 0 }]))
  return { found, bottom: bottom ?? Number(rows[0]?.bottom ?? 0) }
}

/** The newest entry there is. */
export async function newestEntry(db: Reader): Promise<number> {
  const { rows } = await db.execute<{ n: string | null }>(sql`select max(n) as n from search_entry`)
  return Number(rows[0]?.n ?? 0)
}

/** Where a list of what was found goes on: within a window behind one of its entries, or with the window below. */
export type Place = { top: number; bottom: number | null; after: Ranked | null }

export function placeText({ top, bottom, after }: Place): string {
  return after === null || bottom === null ? String(top) : [top, bottom, after.rank, after.n].join('.')
}

/** @throws BAD_REQUEST for what `placeText` never gave. */
export function readPlace(cursor: string | null | undefined): Place | null {
  if (cursor == null) return null
  if (!/^\d{1,15}(\.\d{1,15}\.\d{1,9}\.\d{1,15})?$/.test(cursor))
    throw badInput([{ path: ['cursor'], message: 'This place in the list is not known. Begin at its head.' }])
  const [top = 0, bottom, rank, n] = cursor.split('.').map(Number)
  if (bottom === undefined || rank === undefined || n === undefined) return { top, bottom: null, after: null }
  return { top, bottom, after: { rank, n } }
}
