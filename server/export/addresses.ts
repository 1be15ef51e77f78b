import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { logLeaf, publication, rendition, slug } from '@/db/schema'
import { addressIn, type Language } from '@/domain/language'
import { tilesOf } from '@/domain/log/tile'

const PAGES = ['/', '/corrections', '/method', '/log', '/data', '/robots.txt', '/sitemap.xml', '/dumps/index.json']
const FEEDS = ['', '/corrections'].flatMap((of) => ['atom', 'rss', 'json'].map((format) => `${of}/feed.${format}`))
const API = ['/api/v1/incidents', '/api/v1/openapi.json']

/** What a copy begins with; the rest is found by its links. */
export async function everyAddress(db: Reader): Promise<string[]> {
  return [...PAGES, ...FEEDS, ...API, ...(await accounts(db)), ...(await logOf(db))]
}

async function accounts(db: Reader): Promise<string[]> {
  const numbers = await numbersOf(db)
  const translated = await translationsOf(db)
  const slugs = await db
    .select({ slug: slug.slug, incidentId: slug.incidentId, retiredAt: slug.retiredAt })
    .from(slug)
    .orderBy(asc(slug.slug))
  return slugs.flatMap(({ slug: name, incidentId, retiredAt }) => {
    const published = numbers.get(incidentId)
    if (published === undefined) return []
    const page = `/incidents/${name}`
    const versions = published.map((number) => `${page}/v/${number}`)
    if (retiredAt !== null) return [page, `${page}/changes`, ...versions]
    const pictures = [page, ...versions].map((path) => `${path}/card.png`)
    const machines = [`/api/v1${page}`, ...published.map((number) => `/api/v1${page}?v=${number}`)]
    return [page, `${page}/changes`, ...versions, ...machines, `/embed${page}`, ...pictures].concat(
      sharedIn(page, published.at(-1), translated.get(incidentId) ?? []),
    )
  })
}

type Translation = { number: number; language: Language }

/** What shows an account elsewhere in the languages that it was translated into: pictures of versions, and of the newest the frame. */
const sharedIn = (page: string, newest: number | undefined, translations: readonly Translation[]): string[] =>
  translations.flatMap(({ number, language }) => {
    const own = number === newest ? [`${page}/card.png`, `/embed${page}`] : []
    return [...own, `${page}/v/${number}/card.png`].map((path) => addressIn(language, path))
  })

/** By incident, the translations that stand. */
async function translationsOf(db: Reader): Promise<Map<string, Translation[]>> {
  const rows = await db
    .selectDistinctOn([rendition.publicationId, rendition.language], {
      incidentId: rendition.incidentId,
      number: publication.number,
      language: rendition.language,
      isText: isNotNull(rendition.revisionId),
      isThere: isNotNull(rendition.document),
    })
    .from(rendition)
    .innerJoin(publication, eq(publication.id, rendition.publicationId))
    .orderBy(asc(rendition.publicationId), asc(rendition.language), desc(rendition.number))
  const found = new Map<string, Translation[]>()
  for (const { incidentId, number, language } of rows.filter(({ isText, isThere }) => isText && isThere))
    found.set(incidentId, [...(found.get(incidentId) ?? []), { number, language }])
  return found
}

async function numbersOf(db: Reader): Promise<Map<string, number[]>> {
  const rows = await db
    .select({ incidentId: publication.incidentId, number: publication.number })
    .from(publication)
    .orderBy(asc(publication.incidentId), asc(publication.number))
  const found = new Map<string, number[]>()
  for (const { incidentId, number } of rows) found.set(incidentId, [...(found.get(incidentId) ?? []), number])
  return found
}

async function logOf(db: Reader): Promise<string[]> {
  const size = await db.$count(logLeaf)
  const readable = await db
    .select({ index: logLeaf.index })
    .from(logLeaf)
    .innerJoin(publication, eq(publication.id, logLeaf.publicationId))
    .where(and(isNull(logLeaf.redactionId), isNotNull(publication.document)))
    .orderBy(asc(logLeaf.index))
  const proofs = Array.from({ length: size }, (_, index) => `proof/${index}`)
  const documents = readable.map(({ index }) => `document/${index}.json`)
  return ['checkpoint', 'key', 'words.json', 'styles', ...tilesOf(size), ...proofs, ...documents].map(
    (path) => `/log/${path}`,
  )
}
