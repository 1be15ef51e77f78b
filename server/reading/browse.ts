import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import { browseView } from './view'

/** So many of the newest are counted, however many there are. */
const NEWEST = 250
const NAMES = 12
const PLACES = 60

const most = (name: string, from: string, limit: number) =>
  sql.raw(`(select coalesce(jsonb_agg(to_jsonb(most)), '[]') from (
    select name, count(*)::int as count from ${from} where name is not null group by name
    order by count desc, name collate "C" limit ${limit}) as most) as ${name}`)

type Lists = z.output<typeof browseView>

/** What the newest accounts are about, the most frequent first: names as they were published and how many have them. */
export async function countNewest(db: Reader): Promise<Lists> {
  const { rows } = await db.execute(sql`
    with newest as materialized (
      select heading, tags, party_names, place_name, latitude, longitude, precision from listing
      where words is not null order by published_at desc, publication_id desc limit ${NEWEST})
    select (select count(*)::int from newest) as "lookedAt",
      (select coalesce(jsonb_agg(to_jsonb(most)), '[]') from (
        select place_name as name, count(*)::int as count, min(latitude) as latitude, min(longitude) as longitude,
          min(precision) as precision
        from newest where place_name is not null group by place_name
        order by count desc, place_name collate "C" limit ${PLACES}) as most) as places,
      ${most('parties', 'newest, unnest(party_names) as name', NAMES)},
      ${most('tags', 'newest, unnest(tags) as name', NAMES * 2)},
      ${most('headings', '(select heading as name from newest) as each', NAMES)}`)
  return browseView.parse(rows[0])
}

/** What was counted last on a connection, with what the public record was before that. */
const counted = new WeakMap<Reader, { record: string; lists: Lists }>()

/** The same, counted once for each change of the public record: every page of the list and every search shows it. */
export async function readBrowse(db: Reader): Promise<Lists> {
  // An older copy of the database that is put in the place of this one has another transaction behind the same number.
  const { rows } = await db.execute<{ record: string }>(sql`select number || ' ' || xmin as record from public_record`)
  const record = rows[0]?.record ?? ''
  const known = counted.get(db)
  if (known?.record === record) return known.lists
  const lists = await countNewest(db)
  counted.set(db, { record, lists })
  return lists
}
