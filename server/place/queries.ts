import { asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { place, placeName } from '@/db/schema'
import type { SearchPlaceInput } from '@/domain/input/place'
import { can, type Actor } from '@/domain/policy'
import { notFound } from '../fault'
import { ownersNamed } from '../name-keys'
import type { PlacePage, PlaceView } from './view'

type PlaceRow = Pick<
  typeof place.$inferSelect,
  'id' | 'precision' | 'latitude' | 'longitude' | 'geonamesId' | 'version'
>

/** The place of this id, or the one that it was merged into. @throws NOT_FOUND */
export async function readPlace(db: Reader, actor: Actor, id: string): Promise<PlaceView> {
  const known = alias(place, 'known')
  const rows = await db
    .select(getTableColumns(place))
    .from(known)
    .innerJoin(place, eq(place.id, sql`coalesce(${known.mergedIntoId}, ${known.id})`))
    .where(eq(known.id, id))
  const [found] = await withNames(db, actor, rows)
  if (found === undefined) throw notFound('place')
  return found
}

/** Places with the text in any of their names, in any spelling: the very name first, then those that begin with it. */
export async function searchPlaces(db: Reader, actor: Actor, input: SearchPlaceInput): Promise<PlacePage> {
  const { text, limit, cursor } = input
  const named = text === '' ? sql`select id, 0 as rank from place` : await ownersNamed(db, 'place', text)
  const found = await db.execute<{ id: string }>(sql`
    with named as (${named}), listed as (
      select p.id, n.rank, lower(m.name) as name from named n join place p on p.id = n.id
      join place_name m on m.place_id = p.id and m.is_main where p.merged_into_id is null)
    select id from listed
    ${cursor == null ? sql`` : sql`where (rank, name, id) > (select rank, name, id from listed where id = ${cursor})`}
    order by rank, name, id limit ${limit + 1}`)
  const ids = found.rows.slice(0, limit).map((row) => row.id)
  return {
    places: await placesByIds(db, actor, ids),
    nextCursor: found.rows.length > limit ? (ids.at(-1) ?? null) : null,
    can: { create: can(actor, 'place.edit') },
  }
}

/** In the order of the ids. */
export async function placesByIds(db: Reader, actor: Actor, ids: readonly string[]): Promise<PlaceView[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(place)
    .where(inArray(place.id, [...ids]))
  const places = await withNames(db, actor, rows)
  return ids.flatMap((id) => places.find((one) => one.id === id) ?? [])
}

async function withNames(db: Reader, actor: Actor, rows: readonly PlaceRow[]): Promise<PlaceView[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const names = await db
    .select()
    .from(placeName)
    .where(inArray(placeName.placeId, ids))
    .orderBy(desc(placeName.isMain), asc(placeName.name), asc(placeName.id))
  return rows.map(({ id, precision, latitude, longitude, geonamesId, version }) => {
    const own = names.filter((name) => name.placeId === id)
    return {
      id,
      precision,
      latitude,
      longitude,
      geonamesId,
      version,
      name: own[0]?.name ?? '',
      names: own.map(({ name, language, script, romanisation }) => ({ name, language, script, romanisation })),
      can: { edit: can(actor, 'place.edit'), merge: can(actor, 'place.merge') },
    }
  })
}
