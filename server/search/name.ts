import { inArray, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { nameKey } from '@/db/schema'
import { nameKey as keysOf } from '@/domain/name-key'
import type { SearchTerm } from '@/domain/search'
import { ownersNamed } from '../name-keys'

/** Words of the longest name that is recognised, and other names that are looked for beside it. */
const LONGEST = 6
const MOST_NAMES = 30
/** Shorter keys are of too many things. */
const SHORTEST = 3

/** A term with the other names of what it names. */
export type NamedTerm = SearchTerm & { also: string[] }

type Run = { from: number; to: number; line: string; key: string }

/**
 * The same terms, with words that together are the name of a party or a place joined, and with its other names: who
 * asks for "Tyotkino" finds what is written as Тёткино. A phrase in quotes is those very words and no other.
 */
export async function otherNames(db: Reader, terms: readonly SearchTerm[]): Promise<NamedTerm[]> {
  const runs = runsOf(terms)
  if (runs.length === 0) return terms.map((term) => ({ ...term, also: [] }))
  const named = await namesByKey(db, [...new Set(runs.map((run) => run.key))])
  const result: NamedTerm[] = []
  for (let at = 0; at < terms.length;) {
    const run = runs.find((one) => one.from === at && named.has(one.key))
    const term = terms[at]
    if (term === undefined) break
    if (run === undefined) result.push({ ...term, also: [] })
    else
      result.push({
        line: run.line,
        kind: run.from === run.to ? 'word' : 'phrase',
        not: false,
        also: named.get(run.key) ?? [],
      })
    at = run === undefined ? at + 1 : run.to + 1
  }
  return result
}

/** Every row of plain words, the longest first at each place. */
function runsOf(terms: readonly SearchTerm[]): Run[] {
  const isPlain = (term: SearchTerm | undefined) => term?.kind === 'word' && !term.not
  const runs: Run[] = []
  for (let from = 0; from < terms.length; from++) {
    for (let to = Math.min(terms.length, from + LONGEST) - 1; to >= from; to--) {
      const words = terms.slice(from, to + 1)
      if (!words.every(isPlain)) continue
      const line = words.map((word) => word.line).join(' ')
      const { key } = keysOf(line)
      if (key.length >= SHORTEST) runs.push({ from, to, line, key })
    }
  }
  return runs
}

/** All the names of what has a name with one of the keys, by that key. */
async function namesByKey(db: Reader, keys: string[]): Promise<Map<string, string[]>> {
  const owners = await db
    .selectDistinct({ key: nameKey.key, partyId: nameKey.partyId, placeId: nameKey.placeId })
    .from(nameKey)
    .where(inArray(nameKey.key, keys))
    .limit(MOST_NAMES)
  if (owners.length === 0) return new Map()
  const parties = owners.flatMap((owner) => owner.partyId ?? [])
  const places = owners.flatMap((owner) => owner.placeId ?? [])
  const names = await db
    .select({ name: nameKey.name, partyId: nameKey.partyId, placeId: nameKey.placeId })
    .from(nameKey)
    .where(
      or(
        parties.length === 0 ? undefined : inArray(nameKey.partyId, parties),
        places.length === 0 ? undefined : inArray(nameKey.placeId, places),
      ),
    )
    .orderBy(nameKey.name)
    .limit(MOST_NAMES * 10)
  const found = new Map<string, string[]>()
  for (const { key, partyId, placeId } of owners) {
    const own = names.filter((name) => name.partyId === partyId && name.placeId === placeId).map((name) => name.name)
    found.set(key, [...new Set([...(found.get(key) ?? []), ...own])].slice(0, MOST_NAMES))
  }
  return found
}

/** Who or what a filter means by a name in any spelling, the nearest first. */
export async function idsNamed(db: Reader, of: 'party' | 'place', text: string): Promise<string[]> {
  const named = await ownersNamed(db, of, text)
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from (${named}) as found where rank < 4 order by rank, id limit ${MOST_NAMES}`,
  )
  return rows.map((row) => row.id)
}
