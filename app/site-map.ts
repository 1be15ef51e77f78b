import XMLBuilder from 'fast-xml-builder'
import { addressIn, LANGUAGES, type Language } from '@/domain/language'
import { caller } from '@/server/caller'
import { answer } from './answer'
import { isIndexed, siteUrl } from './site'

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const builder = new XMLBuilder({ ignoreAttributes: false })

type Item = { slug: string; publishedAt: Date; languages: readonly Language[] }

const document = (root: 'urlset' | 'sitemapindex', content: Record<string, unknown>): string =>
  builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    [root]: { '@_xmlns': XMLNS, ...content },
  })

/** A page of the interface’s own words, in every language; which are the same page, its head says (`hreflang`). */
const everywhere = (path: string) => [...new Set(LANGUAGES.map((language) => addressIn(language, path)))]

/** An account at its own address, and in the languages that its text is in: elsewhere it is the same text in another frame. */
const places = (items: readonly Item[]) =>
  items.flatMap(({ slug, publishedAt, languages }) =>
    [...new Set(['en' as const, ...languages].map((each) => addressIn(each, `/incidents/${slug}`)))].map((path) => ({
      loc: siteUrl(path),
      lastmod: publishedAt.toISOString(),
    })),
  )

/** A sitemap (sitemaps.org 0.9) of the pages that search engines should know, or the list of its parts. */
export function sitemapXml(
  own: readonly string[],
  found: { parts: readonly string[]; items: readonly Item[] },
): string {
  if (found.parts.length > 0)
    return document('sitemapindex', { sitemap: found.parts.map((part) => ({ loc: siteUrl(`/sitemap/${part}.xml`) })) })
  return document('urlset', {
    url: [...own.flatMap(everywhere).map((path) => ({ loc: siteUrl(path) })), ...places(found.items)],
  })
}

const PAGES = ['/', '/corrections', '/method', '/log', '/data']

/** `prefix`: which part, '' for all. The pages that are no accounts are in the first part. */
export async function sitemapAnswer(request: Request, prefix: string): Promise<Response> {
  const isFirst = /^0*$/.test(prefix)
  const xml = isIndexed()
    ? sitemapXml(isFirst ? PAGES : [], await (await caller()).reading.addresses({ prefix }))
    : sitemapXml([], { parts: [], items: [] })
  return answer(request, xml, 'application/xml; charset=utf-8')
}
