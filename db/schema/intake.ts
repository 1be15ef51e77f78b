import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { FetchFacts, ReadFacts, ReadImage } from '../../domain/intake'
import { INTAKE_KINDS, INTAKE_STATES } from '../../domain/intake'
import { account } from './account'
import { id, instant, oneOf, version } from './column'
import { incident } from './incident'
import { capture, source } from './source'

/** A list of addresses that is taken in by itself, in the background. */
export const intakeList = pgTable(
  'intake_list',
  {
    id: id(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    /** The file's name; null where it was pasted. */
    name: text('name'),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => account.id),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [index('intake_list_incident').on(t.incidentId, t.askedAt, t.id)],
)

/**
 * Something that is being taken in: an address, a file, or a line of a list. What was found waits here until an editor
 * keeps it as a source and a capture; then, or when it is cancelled, what was found goes and the row stays.
 */
export const intake = pgTable(
  'intake',
  {
    id: id(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    kind: text('kind', { enum: INTAKE_KINDS }).notNull(),
    state: text('state', { enum: INTAKE_STATES }).notNull(),
    /** As it was asked for; null of a file. */
    url: text('url'),
    fileName: text('file_name'),
    /** Null of what is kept as a new source: otherwise the source that gets another capture. */
    forSourceId: uuid('for_source_id').references(() => source.id),
    listId: uuid('list_id').references(() => intakeList.id),
    /** Reads the page of `forSourceId` again: what has changed is kept by itself. */
    isCheck: boolean('is_check').notNull().default(false),
    /** Of the list, counted from 1 as a person does who opens it. */
    line: integer('line'),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => account.id),
    askedAt: instant('asked_at').notNull(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** Bytes received so far, and how many there will be where that is known. */
    received: integer('received').notNull().default(0),
    total: integer('total'),
    /** Why it failed: a code, and the words for the editor. */
    refusalCode: text('refusal_code'),
    refusal: text('refusal'),
    /** What read it, with versions. */
    parser: text('parser'),
    /** SHA-256 of the bytes as received, which the store holds. */
    storedSha256: text('stored_sha256'),
    mediaType: text('media_type'),
    text: text('text'),
    textSha256: text('text_sha256'),
    /** Code points at which the pages of a PDF begin in `text`. */
    pageStarts: integer('page_starts').array(),
    facts: jsonb('facts').$type<ReadFacts>(),
    image: jsonb('image').$type<ReadImage>(),
    fetch: jsonb('fetch').$type<FetchFacts>(),
    /** What it became. */
    sourceId: uuid('source_id').references(() => source.id),
    captureId: uuid('capture_id').references(() => capture.id),
    version: version(),
  },
  (t) => [
    oneOf('intake_kind', t.kind, INTAKE_KINDS),
    oneOf('intake_state', t.state, INTAKE_STATES),
    check('intake_check', sql`not ${t.isCheck} or (${t.kind} = 'url' and ${t.forSourceId} is not null)`),
    index('intake_check_of')
      .on(t.forSourceId, t.askedAt)
      .where(sql`${t.isCheck}`),
    index('intake_incident').on(t.incidentId, t.askedAt, t.id),
    uniqueIndex('intake_line').on(t.listId, t.line),
    // What counts for the limits on fetching, by person and by team.
    index('intake_fetches')
      .on(t.askedAt, t.askedBy)
      .where(sql`${t.kind} = 'url'`),
    index('intake_stored').on(t.storedSha256),
  ],
)
