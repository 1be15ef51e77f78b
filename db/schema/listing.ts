import { sql } from 'drizzle-orm'
import { doublePrecision, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
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
  },
  (t) => [
    oneOf('listing_heading_known', t.heading, HEADINGS),
    oneOf('listing_precision_known', t.precision, PRECISIONS),
    index('listing_newest').on(t.publishedAt, t.publicationId),
    index('listing_heading').on(t.heading, t.publishedAt, t.publicationId),
    index('listing_occurred').using('gist', t.occurred),
    index('listing_words').using('gin', t.words),
    index('listing_places').using('gin', t.places),
    index('listing_parties').using('gin', t.parties),
    index('listing_tags').using('gin', t.tags),
    // The sitemap's: what was redacted is in none.
    index('listing_address')
      .on(t.incidentId)
      .where(sql`${t.words} is not null`),
  ],
)
