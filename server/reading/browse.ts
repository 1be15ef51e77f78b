import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import { browseView } from './view'

/** So many of the newest are counted, however many there are. */
const NEWEST = 1_000
const NAMES = 12
const PLACES = 60

const counted = (name: string, from: string, limit: number) =>
  sql.raw(`(select coalesce(jsonb_agg(to_jsonb(most)), '[]') from (
    select name, count(*)::int as count from ${from} where name is not null group by name
    order by count desc, name collate "C" limit ${limit}) as most) as ${name}`)

/** What the newest accounts are about, the most frequent first: names as they were published and how many have them. */
export async function readBrowse(db: Reader): Promise<z.output<typeof browseView>> {
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
      ${counted('parties', 'newest, unnest(party_names) as name', NAMES)},
      ${counted('tags', 'newest, unnest(tags) as name', NAMES * 2)},
      ${counted('headings', '(select heading as name from newest) as each', NAMES)}`)
  return browseView.parse(rows[0])
}
