import { and, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { nameKey, toldApart } from '@/db/schema'
import { compareNames, type Likeness } from '@/domain/name-key'
import { ownersNamed } from './name-keys'

export type Noun = 'party' | 'place'

const ownerOf = (of: Noun) => (of === 'party' ? nameKey.partyId : nameKey.placeId)

/** The best that any name of the one has in common with any of the other. */
function likeness(names: readonly string[], others: readonly string[]): Likeness | null {
  let best: Likeness | null = null
  for (const name of names)
    for (const other of others) {
      const found = compareNames(name, other)
      if (found !== null && found.score > (best?.score ?? 0)) best = found
    }
  return best
}

/** Records that were told apart from this one. */
async function apartFrom(db: Reader, id: string): Promise<Set<string>> {
  const rows = await db
    .select()
    .from(toldApart)
    .where(sql`${id} in (${toldApart.oneId}, ${toldApart.otherId})`)
  return new Set(rows.map((row) => (row.oneId === id ? row.otherId : row.oneId)))
}

/** Two entries of the gazetteer are two places: there are hundreds of the name of Ivanovka. */
const OTHER_ENTRIES = sql`and not exists (select from place p join place q on p.geonames_id <> q.geonames_id
  where p.id = a.place_id and q.id = b.place_id)`

const LOOKED_AT = 40
const OFFERED = 5

/** Who is likely to be what these names name, the likeliest first, each with why. */
export async function alike(db: Reader, of: Noun, names: readonly string[], exceptId: string | null) {
  const written = [...new Set(names.filter((name) => name.trim() !== ''))]
  const apart = exceptId === null ? new Set<string>() : await apartFrom(db, exceptId)
  const candidates = new Set<string>()
  for (const name of written) {
    const named = await ownersNamed(db, of, name)
    const { rows } = await db.execute<{ id: string }>(
      sql`select id from (${named}) as named order by rank limit ${LOOKED_AT}`,
    )
    for (const { id } of rows) if (id !== exceptId && !apart.has(id)) candidates.add(id)
  }
  const theirs = await namesOf(db, of, [...candidates])
  return [...theirs]
    .flatMap(([id, others]) => {
      const found = likeness(written, others)
      return found === null ? [] : [{ id, ...found }]
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, OFFERED)
}

async function namesOf(db: Reader, of: Noun, ids: readonly string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  if (ids.length === 0) return names
  const owner = ownerOf(of)
  const rows = await db
    .select({ id: owner, name: nameKey.name })
    .from(nameKey)
    .where(and(isNotNull(owner), inArray(owner, [...ids])))
  for (const { id, name } of rows) if (id !== null) names.set(id, [...(names.get(id) ?? []), name])
  return names
}

const PAIRS_READ = 1_000

/** Pairs of records that are likely one, the likeliest first; not those that somebody told apart. */
export async function doubles(db: Reader, of: Noun, limit: number) {
  const owner = of === 'party' ? sql`party_id` : sql`place_id`
  const pairs = (same: 'core' | 'bones', least: number) => {
    const column = sql.raw(same)
    return sql`(select a.${owner} as one, b.${owner} as other from name_key a join name_key b on a.${column} = b.${column}
      and a.${owner} < b.${owner} where length(a.${column}) >= ${least}
      and not exists (select from told_apart t where t.one_id = a.${owner} and t.other_id = b.${owner})
      ${of === 'place' ? OTHER_ENTRIES : sql``} limit ${PAIRS_READ})`
  }
  const { rows } = await db.execute<{ one: string; other: string }>(sql`${pairs('core', 2)} union ${pairs('bones', 3)}`)
  const names = await namesOf(db, of, [...new Set(rows.flatMap((row) => [row.one, row.other]))])
  return rows
    .flatMap(({ one, other }) => {
      const found = likeness(names.get(one) ?? [], names.get(other) ?? [])
      return found === null ? [] : [{ one, other, ...found }]
    })
    .toSorted((a, b) => b.score - a.score || (a.one + a.other < b.one + b.other ? -1 : 1))
    .slice(0, limit)
}

/** Remembers for good that the two are not one; false where that was known. */
export async function writeToldApart(tx: Tx, ids: readonly [string, string], who: string, now: Date): Promise<boolean> {
  const [oneId = '', otherId = ''] = ids.toSorted()
  const written = await tx
    .insert(toldApart)
    .values({ id: crypto.randomUUID(), oneId, otherId, decidedBy: who, decidedAt: now })
    .onConflictDoNothing()
    .returning({ id: toldApart.id })
  return written.length > 0
}
