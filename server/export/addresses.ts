import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { logLeaf, publication, slug } from '@/db/schema'
import { tilesOf } from '@/domain/log/tile'

const PAGES = ['/', '/corrections', '/method', '/log', '/data', '/robots.txt', '/sitemap.xml', '/dumps/index.json']
const FEEDS = ['/feed.atom', '/feed.rss', '/feed.json']
const API = ['/api/v1/incidents', '/api/v1/openapi.json']

/** What a copy begins with; the rest is found by its links. */
export async function everyAddress(db: Reader): Promise<string[]> {
  return [...PAGES, ...FEEDS, ...API, ...(await accounts(db)), ...(await logOf(db))]
}

async function accounts(db: Reader): Promise<string[]> {
  const numbers = await numbersOf(db)
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
    const machines = [`/api/v1${page}`, ...published.map((number) => `/api/v1${page}?v=${number}`)]
    return [page, `${page}/changes`, ...versions, ...machines, `/embed${page}`, `${page}/card.png`]
  })
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
  return ['checkpoint', 'key', 'words.json', ...tilesOf(size), ...proofs, ...documents].map((path) => `/log/${path}`)
}
