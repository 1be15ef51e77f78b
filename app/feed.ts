import { Feed } from 'feed'
import { HEADING_LABEL, HEADINGS } from '@/domain/levels'
import type { PublicBlock, PublicInline, Snapshot } from '@/domain/snapshot-schema'
import { CORRECTION_WORD } from '@/components/public/words'
import { caller } from '@/server/caller'
import { answer } from './answer'
import { answering, problem, readQuery } from './api/v1/reply'
import { siteUrl } from './site'

type Entry = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>['reading']['feed']>>[number]
type Frame = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>['reading']['frame']>>

/** `asked`: what it is narrowed by. */
type FeedParts = { frame: Frame; entries: readonly Entry[]; asked: URLSearchParams }

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

function titleOf({ document, version }: Entry): string {
  if (document === null) return `Redacted: version ${version.number} of an account`
  if (document.kind === 'retraction') return `Retracted: ${document.incident.title}`
  const kind = version.correction === null ? '' : `${CORRECTION_WORD[version.correction.kind]}: `
  return kind + document.incident.title
}

/** HTML with nothing in it but paragraphs, headings, lists and quotations. */
function contentOf({ document, version, isRetracted }: Entry): string {
  const parts: string[] = []
  const paragraph = (text: string) => parts.push(`<p>${escapeHtml(text)}</p>`)
  if (isRetracted) paragraph('This account was retracted later.')
  if (version.correction?.note != null && document?.kind !== 'retraction') paragraph(version.correction.note)
  if (document === null) paragraph('The text of this version was redacted.')
  else if (document.kind === 'retraction') paragraph(document.note)
  else {
    paragraph(centralOf(document))
    parts.push(blocksHtml(document.summary))
  }
  return parts.join('')
}

function centralOf({ claims }: Snapshot): string {
  const central = claims.find((claim) => claim.isCentral)
  if (central === undefined) return ''
  return central.finding === null ? central.text : `${HEADING_LABEL[central.finding.heading]}: ${central.text}`
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

/** `text`: how a title is written in this format. */
function build({ frame, entries, asked }: FeedParts, text: (title: string) => string): Feed {
  const name = frame.organisation.replace(NOT_XML, '')
  const question = asked.size === 0 ? '' : `?${asked}`
  const feed = new Feed({
    id: siteUrl(`/${question}`),
    link: siteUrl(`/${question}`),
    title: text([name, ...asked.values()].join(': ').replace(NOT_XML, '')),
    description: `Accounts of contested incidents, reviewed by ${name}`,
    language: frame.language,
    copyright: name,
    generator: 'Assay',
    updated: entries[0]?.version.publishedAt ?? new Date(0),
    author: { name, link: siteUrl('/') },
    feedLinks: {
      atom: siteUrl(`/feed.atom${question}`),
      rss: siteUrl(`/feed.rss${question}`),
      json: siteUrl(`/feed.json${question}`),
    },
  })
  for (const entry of entries) {
    const { publishedAt, number } = entry.version
    feed.addItem({
      // The publication's own id: the address could be renamed, this cannot.
      id: `urn:uuid:${entry.id}`,
      title: text(titleOf(entry)),
      link: siteUrl(`/incidents/${entry.slug}/v/${number}`),
      date: publishedAt,
      published: publishedAt,
      content: contentOf(entry),
    })
  }
  return feed
}

/** RFC 4287. */
export function atomFeed(parts: FeedParts): string {
  return build(parts, escapeHtml).atom1()
}

/** RSS 2.0. */
export function rssFeed(parts: FeedParts): string {
  return build(parts, plainText).rss2()
}

/** JSON Feed 1.1; the library writes version 1, which named one author and no language. */
export function jsonFeed(parts: FeedParts): string {
  const made = build(parts, (title) => title).json1()
  const { author, ...feed } = JSON.parse(made) as Record<string, unknown>
  return JSON.stringify({
    ...feed,
    version: 'https://jsonfeed.org/version/1.1',
    language: parts.frame.language,
    ...(author !== undefined && { authors: [author] }),
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
      const { q: words, place, party, tag } = given
      const { reading } = await caller()
      const entries = await reading.feed({ words, place, party, tag, heading: level })
      return answer(request, write({ frame: await reading.frame(), entries, asked }), `${type}; charset=utf-8`)
    })
}
