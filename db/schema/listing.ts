import { sql } from 'drizzle-orm'
import { doublePrecision, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { HEADINGS } from '../../domain/levels'
import { PRECISIONS } from '../../domain/words'
import { days, instant, oneOf, words } from './column'
import { incident } from './incident'
import { publication } from './revision'

/**
 * What the public list is searched and filtered by: a line for each published incident, made from its newest
 * publication by a trigger and never written by the program. A redacted publication has its place and nothing else.
 */
export const listing = pgTable(
  'listing',
  {
    incidentId: uuid('incident_id')
      .primaryKey()
      .references(() => incident.id),
    publicationId: uuid('publication_id')
      .notNull()
      .unique('listing_publication')
      .references(() => publication.id),
    publishedAt: instant('published_at').notNull(),
    /** Under which its central claim stands. */
    heading: text('heading', { enum: HEADINGS }),
    /** Every day on which it may have happened. */
    occurred: days('occurred'),
    words: words('words'),
    places: words('places'),
    parties: words('parties'),
    /** What it can be browsed by: names as they were published, the place with where it is and how exactly that is known. */
    tags: text('tags').array(),
    partyNames: text('party_names').array(),
    placeName: text('place_name'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    precision: text('precision', { enum: PRECISIONS }),
    /** What a list shows of it, so that no document is read for one. Null: redacted. */
    head: jsonb('head'),
  },
  (t) => [
    oneOf('listing_heading_known', t.heading, HEADINGS),
    oneOf('listing_precision_known', t.precision, PRECISIONS),
    index('listing_newest').on(t.publishedAt, t.publicationId),
    index('listing_heading').on(t.heading, t.publishedAt, t.publicationId),
    // How words begin, names, tags, level and days are entries of one index, and so are the times when it was published, at
    // twelve grains: a search asks it for one window of time after another (public_found, decision 47).
    index('listing_search')
      .using('gin', sql`public_terms(words, places, parties, tags, heading, occurred, published_at)`)
      .with({ fastupdate: false }),
    // The sitemap's: what was redacted is in none.
    index('listing_address')
      .on(t.incidentId)
      .where(sql`${t.words} is not null`),
  ],
)
