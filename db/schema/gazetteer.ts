import { sql } from 'drizzle-orm'
import { bigint, check, doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './column'

/** Places of the world to choose from, as GeoNames has them (CC BY 4.0). What is chosen becomes a `place`. */
export const gazetteerEntry = pgTable(
  'gazetteer_entry',
  {
    /** GeoNames' own number. */
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    /** Other spellings, in any script, of no stated language. */
    names: text('names').array().notNull(),
    /** WGS 84, decimal degrees. */
    latitude: doublePrecision('latitude').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    /** GeoNames' class and code of what it is, such as `P.PPL`. */
    feature: text('feature').notNull(),
    /** ISO 3166-1 alpha-2; empty where none has it. */
    country: text('country').notNull(),
    /** GeoNames' code of the region within the country. */
    region: text('region').notNull(),
    /** People; 0 where it is not known. */
    population: bigint('population', { mode: 'number' }).notNull(),
    /** The first eight digits of the hash of the file that it was last read from; null of one read before this was kept. */
    file: integer('file'),
  },
  (t) => [
    check('gazetteer_entry_latitude', sql`${t.latitude} between -90 and 90`),
    check('gazetteer_entry_longitude', sql`${t.longitude} between -180 and 180`),
    // What the region of an entry is called: the region itself where it is held, else its seat.
    index('gazetteer_entry_region')
      .on(t.country, t.region)
      .where(sql`${t.feature} in ('A.ADM1', 'P.PPLA', 'P.PPLC')`),
  ],
)

/**
 * What an entry is found by: each of its names folded, and keyed (domain/name-key.ts), once. Without a reference to the
 * entry: it is written with it alone, a million rows at a time, and each would be checked.
 */
export const gazetteerName = pgTable(
  'gazetteer_name',
  {
    entryId: integer('entry_id').notNull(),
    form: text('form').notNull(),
    /** The entry's population, so that the first of many are found without reading them all. */
    weight: bigint('weight', { mode: 'number' }).notNull(),
  },
  (t) => [
    index('gazetteer_name_entry').on(t.entryId),
    index('gazetteer_name_form').on(t.form.op('text_pattern_ops'), t.weight, t.entryId),
  ],
)

/** Which files were read in whole, so that none is read twice, and in which way their names were keyed. */
export const gazetteerFile = pgTable('gazetteer_file', {
  sha256: text('sha256').primaryKey(),
  name: text('name').notNull(),
  entries: integer('entries').notNull(),
  /** NAME_KEY_VERSION of then: read again once that is another. */
  made: integer('made').notNull(),
  importedAt: instant('imported_at').notNull(),
})
