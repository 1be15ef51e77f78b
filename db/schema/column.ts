import { sql, type SQL } from 'drizzle-orm'
import { check, customType, integer, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'

export const id = () => uuid('id').primaryKey()

/** An instant, UTC, to the millisecond (what a JavaScript Date holds). */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

export const version = () => integer('version').notNull().default(1)

const quoted = (values: readonly string[]): SQL =>
  sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '))

/** A check made from one of the domain's own lists. */
export const oneOf = (name: string, column: AnyPgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${quoted(values)})`)

export const among = (column: AnyPgColumn, values: readonly string[]): SQL => sql`${column} in (${quoted(values)})`

/** Bytes as they are. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** The words of a text to search by; made and asked by the functions of the migrations alone. */
export const words = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Days as whole numbers, 20240314 for 14 March 2024. */
export const days = customType<{ data: string }>({ dataType: () => 'int4range' })

type Withdrawal = Readonly<Record<'withdrawnAt' | 'withdrawnReason', AnyPgColumn>> & { withdrawnBy?: AnyPgColumn }

/** Whatever is withdrawn says why, and where that is kept, by whom. */
export const withdrawal = (name: string, { withdrawnAt, withdrawnReason, withdrawnBy }: Withdrawal) => {
  const hasReason = sql`(${withdrawnAt} is null or length(trim(coalesce(${withdrawnReason}, ''))) > 0)`
  if (withdrawnBy === undefined) return check(name, hasReason)
  return check(name, sql`(${withdrawnAt} is null) = (${withdrawnBy} is null) and ${hasReason}`)
}
