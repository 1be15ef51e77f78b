import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { searchTerms } from '@/domain/search'
import type { SearchInput } from '@/domain/input/search'
import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { readHits } from './hit'
import type { SearchView } from './view'
import { groupsOf, newestEntry, placeText, readPlace, readWindow, type Place, type Ranked, type Window } from './window'
import { wishOf } from './wish'

const PAGE = 20

/** What is asked for by nothing is not all there is. */
const NOTHING: SearchView = { items: [], nextCursor: null, near: [] }

/** A page of what was found: among the newest so many in the order of how well it fits, then the next so many. */
export const find = query<SearchInput, SearchView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const place = readPlace(input.cursor)
  const wish = await wishOf(db, input.text)
  const groups = await groupsOf(db, input)
  if (isEmptyWish(wish, groups.length)) return NOTHING
  if (input.kind != null) groups.push([`k:${input.kind}`])
  const from = place ?? { top: await newestEntry(db), bottom: null, after: null }
  let { page, next } = pageOf(await readWindow(db, wish, groups, from, PAGE), from, PAGE)
  // What is left of a window is seldom a page: the next one fills it.
  const left = PAGE - page.length
  if (left > 0 && next !== null) {
    const more = pageOf(await readWindow(db, wish, groups, next, PAGE), next, left)
    page = [...page, ...more.page]
    next = more.next
  }
  const items = await readHits(db, wish, page)
  const near = items.length === 0 && place === null ? await nearSpellings(db, input.text) : []
  return { items, nextCursor: next === null ? null : placeText(next), near }
})

/** Nothing typed and nothing narrowed by, or only what is not wanted. */
export function isEmptyWish(wish: { query: string | null; isOnlyNot: boolean }, groups: number): boolean {
  return (wish.query === null || wish.isOnlyNot) && (wish.isOnlyNot || groups === 0)
}

const isBehind = (one: Ranked, after: Ranked) => one.rank < after.rank || (one.rank === after.rank && one.n < after.n)

function pageOf(
  { found, bottom }: Window,
  { top, after }: Place,
  most: number,
): { page: Ranked[]; next: Place | null } {
  const left = after === null ? found : found.filter((one) => isBehind(one, after))
  const page = left.slice(0, most)
  const last = page.at(-1)
  if (last !== undefined && left.length > most) return { page, next: { top, bottom, after: last } }
  return { page, next: bottom > 1 ? { top: bottom - 1, bottom: null, after: null } : null }
}

/** Of each word that was typed and is nowhere, those nearest to it that are. */
async function nearSpellings(db: Reader, typed: string): Promise<string[]> {
  const words = searchTerms(typed).filter((term) => term.kind === 'word' && !term.not)
  const { rows } = await db.execute<{ near: string }>(sql`
    select distinct near from (
      select word from unnest(${sql.param(words.map((word) => word.line))}::text[]) as typed (word)
      where not exists (select from search_word w where w.word = lower(typed.word)) offset 0
    ) as unknown, unnest(search_near(word)) as near limit 8`)
  return rows.map((row) => row.near)
}
