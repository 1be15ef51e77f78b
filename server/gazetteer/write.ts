import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { gazetteerFile } from '@/db/schema'
import { formsOf, type GazetteerEntry } from '@/domain/gazetteer'

/** A file by the first eight digits of its hash, as an entry keeps it. */
const fileKey = (sha256: string): number => Number.parseInt(sha256.slice(0, 8), 16) | 0

/** Writes entries with what they are found by, over what they were before. How many spellings they are found by. */
export async function writeEntries(tx: Reader, entries: readonly GazetteerEntry[], sha256: string): Promise<number> {
  // An entry that stands twice in what is written is as it stands last.
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  const forms = once.flatMap(({ id, population, ...named }) => formsOf(named).map((form) => ({ id, form, population })))
  await tx.execute(sql`
    insert into gazetteer_entry (id, name, names, latitude, longitude, feature, country, region, population, file)
    select id, name, names, latitude, longitude, feature, country, region, population, ${fileKey(sha256)}::int
    from json_to_recordset(${JSON.stringify(once)}::json) as entry (id int, name text, names text[], latitude float8,
      longitude float8, feature text, country text, region text, population bigint)
    on conflict (id) do update set (name, names, latitude, longitude, feature, country, region, population, file) =
      (excluded.name, excluded.names, excluded.latitude, excluded.longitude, excluded.feature, excluded.country,
      excluded.region, excluded.population, excluded.file)`)
  await tx.execute(sql`delete from gazetteer_name where entry_id = any (${sql.param(once.map(({ id }) => id))}::int[])`)
  // Of small letters, digits and blanks, so that an array of them is written as fast as it is joined.
  const column = (key: 'id' | 'form' | 'population') => `{"${forms.map((row) => row[key]).join('","')}"}`
  await tx.execute(sql`insert into gazetteer_name (entry_id, form, weight)
    select * from unnest(${column('id')}::int[], ${column('form')}::text[], ${column('population')}::bigint[])`)
  return forms.length
}

/**
 * Takes out what was last read from an older file of the same name (RU.txt, RU.zip) and is not in this one. A place that
 * was made of such an entry stays: it is the desk's own.
 */
export async function dropGone(tx: Reader, { name, sha256 }: { name: string; sha256: string }): Promise<void> {
  const known = await tx.select({ name: gazetteerFile.name, sha256: gazetteerFile.sha256 }).from(gazetteerFile)
  const older = known.filter((file) => file.sha256 !== sha256 && dumpOf(file.name) === dumpOf(name))
  if (older.length === 0) return
  await tx.execute(sql`with gone as (
      delete from gazetteer_entry where file = any (${sql.param(older.map((file) => fileKey(file.sha256)))}::int[]) returning id)
    delete from gazetteer_name where entry_id in (select id from gone)`)
}

const dumpOf = (file: string) => file.toLowerCase().replace(/\.(txt|zip)$/, '')
