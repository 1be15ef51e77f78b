import { eq, sql, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { nameKeyRows, type NameOwner } from '@/db/name-keys'
import { nameKey } from '@/db/schema'
import { nameKey as keysOf } from '@/domain/name-key'
import { beginningWith, containing } from './like'

/** Makes the keys of a party or a place these names', in the transaction that writes the names. */
export async function writeNameKeys(tx: Tx, owner: NameOwner, names: readonly string[]): Promise<void> {
  const ofOwner = 'partyId' in owner ? eq(nameKey.partyId, owner.partyId) : eq(nameKey.placeId, owner.placeId)
  await tx.delete(nameKey).where(ofOwner)
  if (names.length > 0) await tx.insert(nameKey).values(nameKeyRows(owner, names))
}

/** One's own PostgreSQL may lack the extension; then names are found by their keys alone. */
async function hasTrigrams(db: Reader): Promise<boolean> {
  const { rows } = await db.execute(sql`select from pg_extension where extname = 'pg_trgm'`)
  return rows.length > 0
}

/** The 92nd is never the 93rd. */
const numbers = (key: SQL) => sql`regexp_replace(${key}, '[^0-9]+', ' ', 'g')`

/** Shares of trigrams at which a name is near to what is typed: fewer, and everything is. */
const NEAR = 0.5
const SHORT = 3

/**
 * Who has a name that is, or begins with, or holds, or is spelled like what is typed: a query of `id` and `rank`,
 * 0 for the name itself to 4 for one that is only near. Of one letter or two, beginnings of words alone.
 */
export async function ownersNamed(db: Reader, of: 'party' | 'place', text: string): Promise<SQL> {
  const { folded, key, core, bones } = keysOf(text)
  const owner = of === 'party' ? sql`party_id` : sql`place_id`
  if (folded === '')
    return sql`select ${owner} as id, 0 as rank from name_key where name ilike ${containing(text)} and ${owner} is not null group by 1`
  const begins = (column: SQL, word: string) => sql`${column} like ${beginningWith(word)}`
  const parts: SQL[] = [
    sql`select ${owner} as id, case when folded = ${folded} or key = ${key} then 0 else 1 end as rank from name_key
      where ${begins(sql`folded`, folded)} or ${begins(sql`key`, key)}`,
    sql`select ${owner}, 2 from name_key where folded like ${`% ${beginningWith(folded)}`} or key like ${`% ${beginningWith(key)}`}`,
  ]
  if (folded.length >= SHORT) {
    parts.push(sql`select ${owner}, 2 from name_key where folded like ${containing(folded)}`)
    parts.push(
      sql`select ${owner}, 3 from name_key where core = ${core} or (bones = ${bones} and length(bones) >= ${SHORT})`,
    )
    if (await hasTrigrams(db))
      parts.push(sql`select ${owner}, 4 from name_key where key % ${key} and similarity(key, ${key}) >= ${NEAR}
        and ${numbers(sql`key`)} = ${numbers(sql`${key}::text`)}`)
  }
  return sql`select id, min(rank) as rank from (${sql.join(parts, sql` union all `)}) as named where id is not null group by id`
}
