import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { searchTerms } from '@/domain/search'
import { otherNames } from './name'

/** What a term is in the index: its words, and the beginnings of others. */
type Leaves = { exact: ReadonlySet<string>; begun: readonly string[]; run: number }

export type Wish = {
  /** As PostgreSQL writes a query; null where no word is wanted. */
  query: string | null
  /** What of it the index knows without reading all that begins so: the query itself, a part of it, or nothing. */
  sure: string | null
  /** Of each term that is to be met. */
  leaves: Leaves[]
  /** Something was typed, and all of it is to be absent. */
  isOnlyNot: boolean
}

/** What was typed, as the index is asked. */
export async function wishOf(db: Reader, typed: string): Promise<Wish> {
  const terms = await otherNames(db, searchTerms(typed))
  const isOnlyNot = terms.length > 0 && terms.every((term) => term.not)
  if (terms.length === 0) return { query: null, sure: null, leaves: [], isOnlyNot: typed !== '' }
  const { rows } = await db.execute<{ query: string | null; each: (string | null)[] }>(sql`
    select search_wanted(${JSON.stringify(terms)}::jsonb)::text as query,
      array(select search_wanted(jsonb_build_array(term || '{"not": false}'))::text
        from jsonb_array_elements(${JSON.stringify(terms.filter((term) => !term.not))}::jsonb) with ordinality as each(term, at)
        order by at) as each`)
  const [row] = rows
  const each = row?.each ?? []
  return {
    query: row?.query ?? null,
    sure: sureOf(row?.query ?? null, each),
    leaves: each.flatMap(leavesOf),
    isOnlyNot,
  }
}

const isBegun = (query: string) => [...query.matchAll(LEAF)].some(([, , begun]) => begun !== undefined)

function sureOf(query: string | null, each: readonly (string | null)[]): string | null {
  if (query === null || !isBegun(query)) return query
  const sure = each.filter((one) => one !== null && !isBegun(one)).map((one) => `( ${one} )`)
  return sure.length === 0 ? null : sure.join(' & ')
}

const LEAF = /'((?:[^']|'')*)'(:\*)?/g

/** The alternatives of a term, each with the words that follow one another in it. */
function leavesOf(query: string | null): Leaves[] {
  if (query === null) return []
  return alternativesOf(query).map((part) => {
    const found = [...part.matchAll(LEAF)].map(([, word = '', begun]) => ({
      // As it is written in a query: quotes and backslashes doubled.
      word: word.replaceAll("''", "'").replaceAll('\\\\', '\\'),
      isBegun: begun !== undefined,
    }))
    return {
      exact: new Set(found.filter((leaf) => !leaf.isBegun).map((leaf) => leaf.word)),
      begun: found.filter((leaf) => leaf.isBegun).map((leaf) => leaf.word),
      run: part.split('<->').length,
    }
  })
}

/** Parts of a query that an "or" outside of brackets and quotes keeps apart. */
function alternativesOf(query: string): string[] {
  const parts: string[] = []
  let [part, depth, isQuoted] = ['', 0, false]
  for (const sign of query) {
    if (sign === "'") isQuoted = !isQuoted
    else if (!isQuoted && sign === '(') depth++
    else if (!isQuoted && sign === ')') depth--
    if (sign === '|' && !isQuoted && depth === 0) {
      parts.push(part)
      part = ''
    } else part += sign
  }
  return [...parts, part]
}
