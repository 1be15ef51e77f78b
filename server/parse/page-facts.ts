import { cleanText, normaliseLine, sliceCodePoints } from '@/domain/text'
import { articlesOf, namesOf, readLinkedData, stringsOf, type LinkedData, type Thing } from './json-ld'
import { isPlausible, languageOfScript, languageTag } from './language'
import { publishedOf } from './published'
import type { FACTS, Fact, Facts } from './parsed'

/** As many as a title may have in the desk. */
const LONGEST = 300

type Name = (typeof FACTS)[number]
/** What may be the fact, most telling first. */
export type Candidates = Record<Name, Fact[]>

const put = (list: Fact[], values: readonly (string | null | undefined)[], from: string) => {
  const value = values.flatMap((one) => (one == null ? [] : [tidy(one)])).find((one) => one !== '')
  if (value !== undefined) list.push({ value, from })
}

/** One clean line. Entities that were written twice over (`&amp;amp;`) are read once more. */
function tidy(written: string): string {
  const text = written
    .slice(0, LONGEST * 8)
    .replace(/&amp;/g, '&')
    .replace(/&(?:quot|#0?34);/g, '"')
    .replace(/&(?:apos|#0?39);/g, '’')
    .replace(/&nbsp;/g, ' ')
    .replace(/&#(\d{2,6});/g, (whole, code: string) =>
      Number(code) < 0x110000 ? String.fromCodePoint(Number(code)) : whole,
    )
  return sliceCodePoints(normaliseLine(cleanText(text)), 0, LONGEST).trim()
}

/** What a page says of itself, read before anything is taken out of it. */
export function candidatesOf(document: Document): Candidates {
  const candidates: Candidates = { title: [], byline: [], outlet: [], language: [], published: [] }
  fromLinkedData(candidates, document)
  fromMeta(candidates, document)
  fromMicrodata(candidates, document)
  fromMarkup(candidates, document)
  return candidates
}

function fromLinkedData(all: Candidates, document: Document): void {
  const blocks = [...document.querySelectorAll('script')].map((script) => script.textContent)
  const data = readLinkedData(blocks)
  for (const thing of articlesOf(data)) fromArticle(all, thing, data)
}

function fromArticle(all: Candidates, thing: Thing, data: LinkedData): void {
  put(all.title, [...stringsOf(thing['headline']), ...stringsOf(thing['name'])], 'schema.org headline')
  put(all.byline, [namesOf(thing['author'], data).slice(0, 10).join(', ')], 'schema.org author')
  put(all.byline, [namesOf(thing['creator'], data).slice(0, 10).join(', ')], 'schema.org creator')
  put(all.outlet, namesOf(thing['publisher'], data), 'schema.org publisher')
  put(all.language, stringsOf(thing['inLanguage']), 'schema.org inLanguage')
  put(all.published, stringsOf(thing['datePublished']), 'schema.org datePublished')
  put(all.published, stringsOf(thing['dateCreated']), 'schema.org dateCreated')
}

const META: readonly [Name, string, readonly string[]][] = [
  ['title', 'og:title', ['og:title']],
  ['title', 'twitter:title', ['twitter:title']],
  ['title', 'Dublin Core title', ['dc.title', 'dcterms.title', 'dc:title']],
  ['title', 'citation_title', ['citation_title']],
  ['byline', 'article:author', ['article:author', 'og:article:author']],
  ['byline', 'meta author', ['author', 'parsely-author', 'sailthru.author', 'citation_author']],
  ['byline', 'Dublin Core creator', ['dc.creator', 'dcterms.creator', 'dc:creator']],
  ['outlet', 'og:site_name', ['og:site_name']],
  ['outlet', 'Dublin Core publisher', ['dc.publisher', 'dcterms.publisher', 'dc:publisher']],
  ['outlet', 'application-name', ['application-name']],
  ['outlet', 'twitter:site', ['twitter:site']],
  ['language', 'og:locale', ['og:locale']],
  ['language', 'Dublin Core language', ['dc.language', 'dcterms.language', 'dc:language']],
  ['published', 'article:published_time', ['article:published_time', 'og:article:published_time', 'og:published_time']],
  [
    'published',
    'Dublin Core date',
    ['dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dcterms.created', 'dc:date'],
  ],
  [
    'published',
    'meta date',
    [
      'date',
      'pubdate',
      'publishdate',
      'publish-date',
      'datepublished',
      'parsely-pub-date',
      'sailthru.date',
      'citation_publication_date',
    ],
  ],
]

function fromMeta(all: Candidates, document: Document): void {
  const said = new Map<string, string[]>()
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')
    for (const attribute of ['property', 'name', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase()
      if (name !== undefined && content !== null) said.set(name, [...(said.get(name) ?? []).slice(0, 10), content])
    }
  }
  const language = document.documentElement.getAttribute('lang') ?? document.documentElement.getAttribute('xml:lang')
  put(all.language, [language], 'html lang')
  for (const [name, from, keys] of META) {
    const values = keys.flatMap((key) => said.get(key) ?? [])
    // An author's page on a social network is no name.
    const names = name === 'byline' ? [values.filter((value) => !/^\s*https?:/i.test(value)).join(', ')] : values
    put(all[name], names, from)
  }
  put(all.language, said.get('content-language') ?? [], 'meta content-language')
}

const ITEMS: readonly [Name, string][] = [
  ['title', 'headline'],
  ['byline', 'author'],
  ['outlet', 'publisher'],
  ['language', 'inLanguage'],
  ['published', 'datePublished'],
]

function fromMicrodata(all: Candidates, document: Document): void {
  const item = document.querySelector('[itemtype*="Article"], [itemtype*="Posting"]')
  for (const [name, property] of ITEMS) {
    const element = item?.querySelector(`[itemprop~="${property}"]`)
    if (element == null) continue
    const part = element.hasAttribute('itemscope') ? element.querySelector('[itemprop~="name"]') : element
    put(all[name], [valueOf(part)], `microdata ${property}`)
  }
}

function valueOf(element: Element | null): string | null {
  if (element === null) return null
  return element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent
}

function fromMarkup(all: Candidates, document: Document): void {
  const headlines = [...document.querySelectorAll('h1')]
  if (headlines.length === 1) put(all.title, [headlines[0]?.textContent], 'the page’s only h1')
  put(all.title, [document.querySelector('title')?.textContent], 'title element')
  put(all.byline, [document.querySelector('[rel~="author"]')?.textContent], 'link to the author')
  const marked = document.querySelector('time[pubdate], time[itemprop~="datePublished"]')
  put(all.published, [valueOf(marked)], 'time element')
  const inArticle = document.querySelector('article time, main time') ?? document.querySelector('time')
  put(all.published, [inArticle?.getAttribute('datetime') ?? inArticle?.textContent], 'time element')
}

/** The facts among what was found: dates that are dates, a language that the text can be in. */
export function settleFacts(candidates: Candidates, text: string, address: string | null, now: Date): Facts {
  const host = hostOf(address)
  if (host !== null) candidates.outlet.push({ value: host, from: 'host of the address' })
  const script = languageOfScript(text)
  const language = candidates.language.flatMap(({ value, from }) => {
    const tag = languageTag(value)
    return tag !== null && isPlausible(tag, text) ? [{ value: tag, from }] : []
  })
  if (script !== null) language.push({ value: script, from: 'letters of the text' })
  const published = candidates.published.flatMap(({ value, from }) => {
    const edtf = publishedOf(value, now)
    return edtf === null ? [] : [{ value: edtf, from }]
  })
  return {
    title: candidates.title[0] ?? null,
    byline: candidates.byline[0] ?? null,
    outlet: candidates.outlet[0] ?? null,
    language: language[0] ?? null,
    published: published[0] ?? null,
  }
}

function hostOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const { hostname, protocol } = new URL(address)
  return /^https?:$/.test(protocol) && hostname !== '' ? hostname.replace(/^www\./, '') : null
}
