import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { PRECISIONS } from '../../domain/words'
import { id, instant, oneOf, version } from './column'

export const place = pgTable(
  'place',
  {
    id: id(),
    /** WGS 84, decimal degrees; both or neither. */
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    precision: text('precision', { enum: PRECISIONS }).notNull(),
    createdAt: instant('created_at').notNull(),
    /** The place that this one turned out to be. What refers to this id is led there, by the database too. */
    mergedIntoId: uuid('merged_into_id').references((): AnyPgColumn => place.id),
    /** The entry of the gazetteer that it was made from: one place for each, whoever chooses it. */
    geonamesId: integer('geonames_id').unique('place_geonames'),
    version: version(),
  },
  (t) => [
    oneOf('place_precision', t.precision, PRECISIONS),
    check('place_latitude', sql`${t.latitude} between -90 and 90`),
    check('place_longitude', sql`${t.longitude} between -180 and 180`),
    index('place_merged').on(t.mergedIntoId),
    check('place_both', sql`(${t.latitude} is null) = (${t.longitude} is null)`),
  ],
)

export const placeName = pgTable(
  'place_name',
  {
    id: id(),
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    name: text('name').notNull(),
    /** BCP 47 language, where known. */
    language: text('language'),
    /** ISO 15924 script, where known (`Cyrl`). */
    script: text('script'),
    /** The romanisation it follows, where it is one (`BGN/PCGN`). */
    romanisation: text('romanisation'),
    isMain: boolean('is_main').notNull().default(false),
  },
  (t) => [
    index('place_name_place').on(t.placeId),
    index('place_name_name').on(t.name, t.id),
    uniqueIndex('place_name_main')
      .on(t.placeId)
      .where(sql`${t.isMain}`),
  ],
)
