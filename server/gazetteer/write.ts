import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { formsOf, type GazetteerEntry } from '@/domain/gazetteer'

/** Writes entries with what they are found by, over what they were before. How many spellings they are found by. */
export async function writeEntries(tx: Reader, entries: readonly GazetteerEntry[]): Promise<number> {
  // An entry that stands twice in what is written is as it stands last.
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  const forms = once.flatMap(({ id, population, ...named }) => formsOf(named).map((form) => ({ id, form, population })))
  await tx.execute(sql`
    insert into gazetteer_entry (id, name, names, latitude, longitude, feature, country, region, population)
    select id, name, names, latitude, longitude, feature, country, region, population
    from json_to_recordset(${JSON.stringify(once)}::json) as entry (id int, name text, names text[], latitude float8,
      longitude float8, feature text, country text, region text, population bigint)
    on conflict (id) do update set (name, names, latitude, longitude, feature, country, region, population) =
      (excluded.name, excluded.names, excluded.latitude, excluded.longitude, excluded.feature, excluded.country,
      excluded.region, excluded.population)`)
  await tx.execute(sql`delete from gazetteer_name where entry_id = any (${sql.param(once.map(({ id }) => id))}::int[])`)
  // Of small letters, digits and blanks, so that an array of them is written as fast as it is joined.
  const column = (key: 'id' | 'form' | 'population') => `{"${forms.map((row) => row[key]).join('","')}"}`
  await tx.execute(sql`insert into gazetteer_name (entry_id, form, weight)
    select * from unnest(${column('id')}::int[], ${column('form')}::text[], ${column('population')}::bigint[])`)
  return forms.length
}
