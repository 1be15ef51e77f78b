import { sql, type Placeholder, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { notice } from '@/db/schema'
import { HEADINGS, LEVELS } from '@/domain/levels'
import { INCIDENT_TYPES, PRECISIONS, type CorrectionKind } from '@/domain/words'

// The table is named in full within these: Drizzle leaves it out of the columns of a select from one table.

/** The address in use; the ones before it are retired. */
export const currentSlug = sql<string>`(
  select s.slug from slug s where s.incident_id = publication.incident_id and s.retired_at is null
  order by s.created_at desc, s.slug limit 1)`

/** Since when the account is being re-examined; null: it is not. */
export const reexaminedSince = sql<Date | null>`(
  select n.begun_at from notice n where n.incident_id = publication.incident_id and n.lifted_at is null)`.mapWith(
  notice.begunAt,
)

/** What is shown of a version that is listed: of all that a document holds, two texts. Null: redacted. */
export const titleJson = sql<unknown>`(
  select json_build_object('title', d #> '{incident,title}', 'language', d -> 'language')
  from (select publication.document::json as d) as document where publication.document is not null)`

const titleSchema = z.object({ title: z.string(), language: z.string() })

export function readTitle(json: unknown): z.output<typeof titleSchema> | null {
  return json === null || json === undefined ? null : titleSchema.parse(json)
}

const place = z.object({ name: z.string(), precision: z.enum(PRECISIONS) })
const headSchema = z.object({
  kind: z.enum(['account', 'retraction']),
  language: z.string(),
  incident: z.object({
    title: z.string(),
    type: z.enum(INCIDENT_TYPES).nullable().default(null),
    occurred: z.string().nullable().default(null),
    place: place.nullable().default(null),
  }),
  central: z
    .object({
      key: z.string(),
      text: z.string(),
      finding: z.object({ level: z.enum(LEVELS), heading: z.enum(HEADINGS) }).nullable(),
      origins: z.object({ count: z.int() }),
    })
    .nullable(),
})
export type Head = z.output<typeof headSchema>

export function readHead(json: unknown): Head | null {
  return json === null || json === undefined ? null : headSchema.parse(json)
}

/** Of a publication what its translation into a language says; null: not translated, taken back, or redacted. */
const translated = (language: Placeholder | string | null, parts: SQL) => sql<unknown>`(
  select json_build_object(${parts}) from (select t.document::json as d, t.revision_id from rendition t
    where t.publication_id = publication.id and t.language = ${language}::text order by t.number desc limit 1) as last
  where d is not null and revision_id is not null)`

/** Title, central claim and place of what is listed, in another language. */
export const translatedHead = (language: Placeholder) =>
  translated(
    language,
    sql`'title', d #> '{words,title}', 'claim', d -> 'words' -> ('claim/' || (listing.head #>> '{central,key}')),
      'place', d -> 'words' -> ('name/' || (listing.head #>> '{incident,place,name}'))`,
  )

/** Title and note of a correction, in another language. */
export const translatedNote = (language: string | null) =>
  translated(language, sql`'title', d #> '{words,title}', 'note', d #> '{words,note}'`)

const noteSchema = z.object({ title: z.string(), note: z.string().nullable() })

export function readTranslatedNote(json: unknown): z.output<typeof noteSchema> | null {
  return json === null || json === undefined ? null : noteSchema.parse(json)
}

const translatedHeadSchema = z.object({
  title: z.string(),
  claim: z.string().nullable(),
  place: z.string().nullable(),
})

export function readTranslatedHead(json: unknown): z.output<typeof translatedHeadSchema> | null {
  return json === null || json === undefined ? null : translatedHeadSchema.parse(json)
}

/**
 * Why a version replaced the one before. With a redacted version its note is gone too: it may say again what was taken
 * out, and the public reason of the redaction stands in its place.
 */
export function correctionOf(row: {
  correctionKind: CorrectionKind | null
  correctionNote: string | null
  isRedacted: boolean
}): { kind: CorrectionKind; note: string | null } | null {
  if (row.correctionKind === null) return null
  return { kind: row.correctionKind, note: row.isRedacted ? null : row.correctionNote }
}

export const isRedacted = sql<boolean>`publication.document is null`
