import { eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { gazetteerEntry } from '@/db/schema'
import { nearness, wantedForms } from '@/domain/gazetteer'
import { beginningWith } from '../like'

export type EntryRow = typeof gazetteerEntry.$inferSelect
/** The region that an entry lies in, or where the gazetteer has no regions, the seat of it. */
export type RegionOf = { name: string; isSeat: boolean } | null
export type FoundEntry = EntryRow & { rank: 0 | 1; regionOf: RegionOf; placeId: string | null }

export async function readEntry(db: Reader, id: number): Promise<EntryRow | undefined> {
  const [found] = await db.select().from(gazetteerEntry).where(eq(gazetteerEntry.id, id))
  return found
}

export async function hasGazetteer(db: Reader): Promise<boolean> {
  const { rows } = await db.execute(sql`select from gazetteer_file limit 1`)
  return rows.length > 0
}

const SHORTEST = 2
/** Found by their spelling, of which the nearest to what is typed are shown. */
const LOOKED_AT = 40

/** Entries with a name that is, or (unless `isWhole`) begins with, what is typed in any spelling; the largest first. */
export async function findEntries(
  db: Reader,
  { text, isWhole, limit }: { text: string; isWhole: boolean; limit: number },
): Promise<FoundEntry[]> {
  const { begins, whole } = wantedForms(text)
  if (begins.length < SHORTEST) return []
  const parts = [
    sql`select entry_id, 0 as rank, weight from gazetteer_name where form = any (${sql.param(whole)}::text[])`,
  ]
  if (!isWhole) parts.push(sql`select entry_id, 1, weight from gazetteer_name where form like ${beginningWith(begins)}`)
  const found = await db.execute<Record<string, never>>(sql`
    with named as (${sql.join(parts, sql` union all `)}),
    first as (select entry_id, min(rank) as rank, max(weight) as weight from named
      group by entry_id order by 2, 3 desc, 1 limit ${LOOKED_AT})
    select first.rank, e.id, e.name, e.names, e.latitude, e.longitude, e.feature, e.country, e.region, e.population::float8 as population,
      coalesce(p.merged_into_id, p.id) as "placeId",
      (select jsonb_build_object('name', r.name, 'isSeat', r.feature <> 'A.ADM1') from gazetteer_entry r
        where r.country = e.country and r.region = e.region and r.feature in ('A.ADM1', 'P.PPLA', 'P.PPLC')
        and e.country <> '' and e.region not in ('', '00') and r.id <> e.id
        order by r.feature = 'A.ADM1' desc, r.population desc, r.id limit 1) as "regionOf"
    from first join gazetteer_entry e on e.id = first.entry_id
    left join place p on p.geonames_id = e.id
    order by first.rank, first.weight desc, e.id`)
  const rows = found.rows as unknown as FoundEntry[]
  return rows
    .map((entry) => ({ entry, near: nearness(entry, text, entry.rank === 0) }))
    .toSorted((a, b) => a.near - b.near)
    .slice(0, limit)
    .map(({ entry }) => entry)
}
