import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import { logLeaf, publication, rendition } from '@/db/schema'
import type { Language } from '@/domain/language'
import { renditionSchema, type Rendition } from '@/domain/rendition-document'
import type { accountView, TranslationLine, VersionLine } from './view'

type Found = Extract<z.output<typeof accountView>, { outcome: 'found' }>
type Translations = Pick<
  Found,
  'translations' | 'newestIn' | 'translation' | 'translatedVersion' | 'translationTakenBack'
>

/**
 * What there is of an account in other languages: of one version, and of the others the newest that has `language`, with
 * the notes of all that have it, by their number.
 */
export async function readTranslations(
  db: Reader,
  incidentId: string,
  version: { number: number },
  newest: { number: number },
  language: Language | undefined,
): Promise<Translations & { notes: ReadonlyMap<number, string> }> {
  // Of each version and language the last word: a translation, or the notice that took it back.
  const rows = await db
    .selectDistinctOn([publication.number, rendition.language], {
      id: rendition.id,
      version: publication.number,
      language: rendition.language,
      number: rendition.number,
      publishedAt: rendition.publishedAt,
      hash: rendition.hash,
      note: rendition.note,
      entry: logLeaf.index,
      ownNote: sql<
        string | null
      >`case when ${rendition.language} = ${language ?? null} then ${rendition.document}::json #>> '{words,note}' end`,
      isText: isNotNull(rendition.revisionId),
      isThere: isNotNull(rendition.document),
    })
    .from(rendition)
    .innerJoin(publication, eq(publication.id, rendition.publicationId))
    .innerJoin(logLeaf, eq(logLeaf.renditionId, rendition.id))
    .where(eq(rendition.incidentId, incidentId))
    .orderBy(desc(publication.number), rendition.language, desc(rendition.number))
  const standing = rows.filter(({ isText, isThere }) => isText && isThere)
  const own = standing.filter((row) => row.version === version.number)
  const asked = own.find((row) => row.language === language)
  const last = rows.find((row) => row.version === version.number && row.language === language)
  const isTakenBack = last !== undefined && !last.isText && last.isThere
  return {
    translations: own.map(lineOf),
    newestIn: standing.filter((row) => row.version === newest.number).map((row) => row.language),
    translation: asked === undefined ? null : await withDocument(db, asked),
    translatedVersion:
      asked === undefined ? (standing.find((row) => row.language === language)?.version ?? null) : null,
    notes: new Map(standing.flatMap((row) => (row.ownNote === null ? [] : [[row.version, row.ownNote] as const]))),
    translationTakenBack: isTakenBack ? { at: last.publishedAt, note: last.note ?? '' } : null,
  }
}

/** The translations into a language that stand of these publications, by the publication. */
export async function standingTranslations(
  db: Reader,
  publicationIds: readonly string[],
  language: Language,
): Promise<Map<string, Rendition>> {
  if (publicationIds.length === 0) return new Map()
  // Of each the last word: a translation, or the notice that took it back.
  const rows = await db
    .selectDistinctOn([rendition.publicationId], {
      publicationId: rendition.publicationId,
      document: rendition.document,
      isText: isNotNull(rendition.revisionId),
    })
    .from(rendition)
    .where(and(inArray(rendition.publicationId, [...publicationIds]), eq(rendition.language, language)))
    .orderBy(rendition.publicationId, desc(rendition.number))
  return new Map(
    rows.flatMap(({ publicationId, document, isText }) =>
      isText && document !== null ? [[publicationId, renditionSchema.parse(JSON.parse(document))] as const] : [],
    ),
  )
}

type Note = { note: string | undefined; language: Language | undefined; own: string | undefined }

/** A version with why it replaced the one before, as its translation says it; else in `own`, where that is known. */
export function inLanguage<Version extends Pick<VersionLine, 'correction'>>(
  version: Version,
  { note, language, own }: Note,
): Version {
  const { correction } = version
  if (correction === null) return version
  if (note !== undefined && note !== '' && language !== undefined)
    return { ...version, correction: { ...correction, note, language } }
  return own === undefined ? version : { ...version, correction: { ...correction, language: own } }
}

type Row = TranslationLine & { id: string; note: string | null }

const lineOf = ({ version, language, number, publishedAt, hash, entry }: Row): TranslationLine => ({
  version,
  language,
  number,
  publishedAt,
  hash,
  entry,
})

async function withDocument(db: Reader, row: Row): Promise<Translations['translation']> {
  const [found] = await db
    .select({ document: rendition.document })
    .from(rendition)
    .where(and(eq(rendition.id, row.id), isNotNull(rendition.document)))
  if (found?.document == null) return null
  return { ...lineOf(row), note: row.note, document: renditionSchema.parse(JSON.parse(found.document)) }
}
