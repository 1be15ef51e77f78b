import { sql } from 'drizzle-orm'
import type { CountSearchInput } from '@/domain/input/search'
import { can } from '@/domain/policy'
import { SEARCH_KINDS } from '@/domain/search'
import { query } from '../command'
import { demand } from '../fault'
import { isEmptyWish } from './find'
import type { SearchCountView } from './view'
import { groupsOf, newestEntry } from './window'
import { wishOf } from './wish'

/** Beyond this a number says "many" to anybody. */
const MOST = 100

/** How many of each kind there are, counted no further than needed. */
export const countFound = query<CountSearchInput, SearchCountView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const wish = await wishOf(db, input.text)
  const groups = await groupsOf(db, input)
  if (isEmptyWish(wish, groups.length)) return { most: MOST, counts: [] }
  const top = await newestEntry(db)
  const each = SEARCH_KINDS.map((kind) => JSON.stringify([...groups, [`k:${kind}`]]))
  const { rows } = await db.execute<{ count: number }>(sql`
    select cardinality(search_newest(${wish.query}::tsquery, groups::jsonb, ${top}::bigint, ${MOST}::integer)) as count
    from unnest(${sql.param(each)}::text[]) with ordinality as kinds(groups, at) order by at`)
  return { most: MOST, counts: SEARCH_KINDS.map((kind, at) => ({ kind, count: rows[at]?.count ?? 0 })) }
})
