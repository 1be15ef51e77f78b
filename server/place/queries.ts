import { and, asc, desc, eq, ilike, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { place, placeName } from '@/db/schema'
import type { SearchPlaceInput } from '@/domain/input/place'
import { can, type Actor } from '@/domain/policy'
import { notFound } from '../fault'
import { beginningWith, containing } from '../like'
import type { PlacePage, PlaceView } from './view'

type PlaceRow = Pick<typeof place.$inferSelect, 'id' | 'precision' | 'latitude' | 'longitude' | 'version'>

/** @throws NOT_FOUND */
export async function readPlace(db: Reader, actor: Actor, id: string): Promise<PlaceView> {
  const rows = await db.select().from(place).where(eq(place.id, id))
  const [found] = await withNames(db, actor, rows)
  if (found === undefined) throw notFound('place')
  return found
}

/** Places with the text in any of their names, those whose main name begins with it first. */
export async function searchPlaces(db: Reader, actor: Actor, input: SearchPlaceInput): Promise<PlacePage> {
  const { text, limit, cursor } = input
  const main = alias(placeName, 'main')
  const rank = (name: unknown) => sql<number>`case when ${name} ilike ${beginningWith(text)} then 0 else 1 end`
  const known = db
    .select({ id: placeName.placeId })
    .from(placeName)
    .where(ilike(placeName.name, containing(text)))
  const rows = await db
    .select({
      id: place.id,
      precision: place.precision,
      latitude: place.latitude,
      longitude: place.longitude,
      version: place.version,
    })
    .from(place)
    .innerJoin(main, and(eq(main.placeId, place.id), eq(main.isMain, true)))
    .where(
      and(
        text === '' ? undefined : inArray(place.id, known),
        cursor == null
          ? undefined
          : sql`(${rank(main.name)}, lower(${main.name}), ${place.id}) >
              (select ${rank(sql`m.name`)}, lower(m.name), m.place_id from ${placeName} m
                where m.place_id = ${cursor} and m.is_main)`,
      ),
    )
    .orderBy(rank(main.name), sql`lower(${main.name})`, asc(place.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  return {
    places: await withNames(db, actor, page),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    can: { create: can(actor, 'place.edit') },
  }
}

async function withNames(db: Reader, actor: Actor, rows: readonly PlaceRow[]): Promise<PlaceView[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const names = await db
    .select()
    .from(placeName)
    .where(inArray(placeName.placeId, ids))
    .orderBy(desc(placeName.isMain), asc(placeName.name), asc(placeName.id))
  return rows.map(({ id, precision, latitude, longitude, version }) => {
    const own = names.filter((name) => name.placeId === id)
    return {
      id,
      precision,
      latitude,
      longitude,
      version,
      name: own[0]?.name ?? '',
      names: own.map(({ name, language, script, romanisation }) => ({ name, language, script, romanisation })),
      can: { edit: can(actor, 'place.edit') },
    }
  })
}
