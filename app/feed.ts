import { Feed, type Extension } from 'feed'
import { z } from 'zod'
import { HEADINGS } from '@/domain/levels'
import { isLanguage } from '@/domain/language'
import { inOtherWords } from '@/domain/rendition-words'
import type { PublicBlock, PublicInline, Snapshot } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'
import { caller } from '@/server/caller'
import { wordsOf } from './(public)/words'
import { answer } from './answer'
import { answering, problem, readQuery } from './api/v1/reply'
import { siteUrl } from './site'

type Entry = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>['reading']['feed']>>[number]
type Frame = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>['reading']['frame']>>

/** `asked`: what it is narrowed by. `words`: of its labels; accounts that are not translated into it keep their language. */
type FeedParts = {
  frame: Frame
  entries: readonly Entry[]
  asked: URLSearchParams
  words: Words
  /** Of corrections alone. */
  isCorrections?: boolean
}

/** What XML 1.0 cannot hold, however it is written. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** Plain text where the library writes a CDATA section, which a second `]]>` would end. */
function plainText(text: string): string {
  return text.replace(NOT_XML, '').replaceAll(']]>', ']] >')
}

/** In the words of its translation, where there is one. */
function translated(entry: Entry): Entry {
  const { document, translation, version } = entry
  if (document?.kind !== 'account' || translation === null) return entry
  const { correction } = version
  const note = translation.document.words.note ?? correction?.note ?? null
  return {
    ...entry,
    document: inOtherWords(document, translation.document),
    version: { ...version, correction: correction && { ...correction, note } },
  }
}

function titleOf({ document, version }: Entry, { t }: Words): string {
  if (document === null) return t('feed.redacted', { number: version.number })
  const { title } = document.incident
  if (document.kind === 'retraction') return t('account.retracted.title', { title })
  return version.correction === null
    ? title
    : t('feed.titled', { label: t(`scale.correction.${version.correction.kind}`), title })
}

/** HTML with nothing in it but paragraphs, headings, lists and quotations. */
function contentOf(entry: Entry, words: Words): string {
  const { document, version } = entry
  const parts: string[] = []
  const paragraph = (text: string) => parts.push(`<p>${escapeHtml(text)}</p>`)
  const later = entry.later === null ? '' : `<p>${escapeHtml(words.t(`feed.later.${entry.later}`))}</p>`
  if (version.correction?.note != null && document?.kind !== 'retraction') paragraph(version.correction.note)
  if (document === null) paragraph(`${words.t('account.redacted.title')}.`)
  else if (document.kind === 'retraction') paragraph(document.note)
  else {
    paragraph(centralOf(document, words))
    parts.push(blocksHtml(document.summary))
  }
  const text = parts.join('')
  const language = languageOf(entry, words)
  return later + (language === words.language ? text : `<div lang="${escapeHtml(language)}" dir="auto">${text}</div>`)
}

function centralOf({ claims }: Snapshot, { t }: Words): string {
  const central = claims.find((claim) => claim.isCentral)
  if (central === undefined) return ''
  const { finding, text } = central
  return finding === null ? text : t('feed.titled', { label: t(`scale.heading.${finding.heading}`), title: text })
}

function blocksHtml(blocks: readonly PublicBlock[]): string {
  return blocks.map(blockHtml).join('')
}

function blockHtml(block: PublicBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlinesHtml(block.content)}</p>`
    case 'heading':
      return `<h${block.level}>${inlinesHtml(block.content)}</h${block.level}>`
    case 'quotation':
      return `<blockquote>${blocksHtml(block.blocks)}</blockquote>`
    case 'list': {
      const items = block.items.map((item) => `<li>${blocksHtml(item)}</li>`).join('')
      return block.isOrdered ? `<ol start="${block.start}">${items}</ol>` : `<ul>${items}</ul>`
    }
  }
}

function inlinesHtml(content: readonly PublicInline[]): string {
  return content
    .map((part) => {
      if ('citation' in part) return `<sup>[${part.citation}]</sup>`
      const text = part.isItalic ? `<em>${escapeHtml(part.text)}</em>` : escapeHtml(part.text)
      return part.isBold ? `<strong>${text}</strong>` : text
    })
    .join('')
}

/** A translation comes after its version. */
const changedAt = ({ version, translation }: Entry): number => (translation ?? version).publishedAt.getTime()

/** Of an entry's title and text. */
const languageOf = ({ document }: Entry, { language }: Words): string => document?.language ?? language

/** `text`: how a title is written in this format. `said`: how an entry says its language, where the format has a word for it. */
function build(
  { frame, entries, asked, words, isCorrections = false }: FeedParts,
  text: (title: string) => string,
  said?: (language: string) => Extension,
): Feed {
  const name = frame.organisation.replace(NOT_XML, '')
  const question = asked.size === 0 ? '' : `?${asked}`
  const to = (address: string) => siteUrl(words.href(address))
  const of = isCorrections ? '/corrections' : ''
  const about = isCorrections ? [words.t('corrections.title')] : [...asked.values()]
  const feed = new Feed({
    id: to(`${of || '/'}${question}`),
    link: to(`${of || '/'}${question}`),
    title: text([name, ...about].join(': ').replace(NOT_XML, '')),
    description: isCorrections
      ? words.t('corrections.description')
      : words.t('feed.description', { organisation: name }),
    language: words.language,
    copyright: name,
    generator: 'Assay',
    updated: new Date(Math.max(0, ...entries.map(changedAt))),
    author: { name, link: to('/') },
    feedLinks: {
      atom: to(`${of}/feed.atom${question}`),
      rss: to(`${of}/feed.rss${question}`),
      json: to(`${of}/feed.json${question}`),
    },
  })
  for (const entry of entries) {
    const { publishedAt, number } = entry.version
    feed.addItem({
      // The publication's own id: the address could be renamed, this cannot.
      id: `urn:uuid:${entry.id}`,
      title: text(titleOf(entry, words)),
      link: to(`/incidents/${entry.slug}/v/${number}`),
      date: new Date(changedAt(entry)),
      published: publishedAt,
      content: contentOf(entry, words),
      ...(said && { extensions: [said(languageOf(entry, words))] }),
    })
  }
  return feed
}

/** RFC 4287. The library has no word for a language; what readers wrote holds no tag, so each that is found is its own. */
export function atomFeed(parts: FeedParts): string {
  const { entries, words } = parts
  let at = 0
  return build(parts, escapeHtml)
    .atom1()
    .replace('<feed ', `<feed xml:lang="${words.language}" `)
    .replace(/(<entry>\s*<title )/g, (start) => {
      const entry = entries[at++]
      return entry === undefined ? start : `${start}xml:lang="${escapeHtml(languageOf(entry, words))}" `
    })
}

/** RSS 2.0, with the language of an entry in a word of Dublin Core. */
export function rssFeed(parts: FeedParts): string {
  return build(parts, plainText, (language) => ({ name: 'dc:language', objects: { _text: language } })).rss2()
}

/** JSON Feed 1.1; the library writes version 1, which named one author and no language. */
export function jsonFeed(parts: FeedParts): string {
  const made = build(parts, (title) => title).json1()
  const { author, items, ...feed } = z.looseObject({ items: z.array(z.looseObject({})) }).parse(JSON.parse(made))
  return JSON.stringify({
    ...feed,
    version: 'https://jsonfeed.org/version/1.1',
    language: parts.words.language,
    ...(author !== undefined && { authors: [author] }),
    items: items.map((item, at) => {
      const entry = parts.entries[at]
      return entry === undefined ? item : { ...item, language: languageOf(entry, parts.words) }
    }),
  })
}

/** What a feed is narrowed by, as the front page is. */
const QUESTIONS = ['q', 'place', 'party', 'tag', 'level'] as const

/** The route of one format. */
export function feedRoute(write: typeof atomFeed, type: string): (request: Request) => Promise<Response> {
  return (request) =>
    answering(async () => {
      const given = readQuery(request, QUESTIONS)
      const level = HEADINGS.find((heading) => heading === given?.level)
      if (given === null || (given.level !== undefined && level === undefined))
        return problem(400, `A feed is narrowed by ${QUESTIONS.join(', ')}, each once and as the front page has them.`)
      const asked = new URLSearchParams(QUESTIONS.flatMap((name) => (given[name] ? [[name, given[name]]] : [])))
      const { q, place, party, tag } = given
      const { reading } = await caller()
      const words = wordsIn(request)
      const wanted = { words: q, place, party, tag, heading: level, language: words.language }
      const entries = (await reading.feed(wanted)).map(translated)
      const feed = write({ frame: await reading.frame(), entries, asked, words })
      // Stored pages hold what is narrowed only where something was found (server/page).
      return answer(request, feed, `${type}; charset=utf-8`, entries.length > 0 ? { 'x-assay-found': '1' } : {})
    })
}

/** The route of one format of what replaced another version, and why. */
export function correctionsRoute(write: typeof atomFeed, type: string): (request: Request) => Promise<Response> {
  return (request) =>
    answering(async () => {
      if (readQuery(request, []) === null) return problem(400, 'The feed of corrections is not narrowed.')
      const { reading } = await caller()
      const words = wordsIn(request)
      const entries = (await reading.feed({ isCorrection: true, language: words.language })).map(translated)
      const asked = new URLSearchParams()
      const feed = write({ frame: await reading.frame(), entries, asked, words, isCorrections: true })
      return answer(request, feed, `${type}; charset=utf-8`)
    })
}

/** proxy.ts says in which language it was asked for. */
function wordsIn(request: Request): Words {
  const language = request.headers.get('x-assay-language')
  return wordsOf(isLanguage(language) ? language : 'en')
}
