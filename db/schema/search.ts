import { bigint, index, integer, pgSequence, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { SEARCH_KINDS } from '../../domain/search'
import { oneOf, words } from './column'

export const searchEntryN = pgSequence('search_entry_n')

/**
 * What the desk is searched by: a line for each thing, and for each passage of a captured text. Made by triggers from
 * the rows themselves and never written by the program, so nothing in it outlives what it was made of.
 */
export const searchEntry = pgTable(
  'search_entry',
  {
    /** Newer things have higher numbers; a change keeps the number. */
    n: bigint('n', { mode: 'number' }).primaryKey(),
    kind: text('kind', { enum: SEARCH_KINDS }).notNull(),
    /** The incident, claim, source, capture (of a passage), excerpt, party or place. */
    subjectId: uuid('subject_id').notNull(),
    /** The passage's number; of an excerpt 0, and 1 and on for its translations. */
    part: integer('part').notNull(),
    /** Where the text begins in its capture, in code points; of others 0. */
    start: integer('start').notNull(),
    /** BCP 47; of the text, where known. */
    language: text('language'),
    text: text('text').notNull(),
    words: words('words').notNull(),
    /** What it can be narrowed by, as short words: its kind, language, outlet, days, … and its place in time. */
    facets: text('facets').array().notNull(),
  },
  (t) => [
    oneOf('search_entry_kind', t.kind, SEARCH_KINDS),
    uniqueIndex('search_entry_subject').on(t.subjectId, t.kind, t.part),
    // Without a waiting list, which every search would have to read through.
    index('search_entry_found').using('gin', t.words, t.facets).with({ fastupdate: false }),
  ],
)

/** Every word of the entries, for spellings alike. */
export const searchWord = pgTable(
  'search_word',
  {
    word: text('word').primaryKey(),
    /** One spelling for all its romanisations; null for what is no word of letters in Latin or Cyrillic. */
    key: text('key'),
  },
  // One more index, for spellings near to another, is in the migration: its extension is not on every server.
  (t) => [index('search_word_key').on(t.key)],
)
