import { Parser } from 'htmlparser2'
import { isLanguage, LOCALE } from '@/domain/language'

type Cut = { from: number; to: number }

/** Data that is read and never run. */
const isData = (type: string | undefined): boolean => type === 'application/ld+json'

/** What fetches a script, or a mark of the renderer's, which stands now here and now there. */
function isNote(name: string, attributes: Record<string, string>): boolean {
  if (name === 'meta') return attributes['name'] === 'next-size-adjust'
  if (name !== 'link') return false
  return attributes['rel'] === 'modulepreload' || (attributes['rel'] === 'preload' && attributes['as'] === 'script')
}

/**
 * A page as a document: what was rendered, without scripts and what fetches them, and without what a renderer notes for
 * its own scripts. Everything else stays to the letter.
 */
export function documentOf(html: string): string {
  const cuts: Cut[] = []
  let script: number | undefined
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'script' && !isData(attributes['type'])) script = parser.startIndex
      if (isNote(name, attributes)) cuts.push({ from: parser.startIndex, to: parser.endIndex + 1 })
    },
    onclosetag: (name) => {
      if (name !== 'script' || script === undefined) return
      const end = html.indexOf('>', parser.endIndex)
      cuts.push({ from: script, to: end < 0 ? html.length : end + 1 })
      script = undefined
    },
    oncomment: () => cuts.push({ from: parser.startIndex, to: parser.endIndex + 1 }),
  })
  parser.end(html)
  let kept = ''
  let at = 0
  for (const { from, to } of cuts) {
    kept += html.slice(at, from)
    at = to
  }
  return kept + html.slice(at)
}

/** As a page says that it is in; what is no language of ours is told in English. */
function whenIn(language: string | undefined, at: Date): string {
  const locale = isLanguage(language) ? LOCALE[language] : LOCALE.en
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23' } as const
  return `${new Intl.DateTimeFormat(locale, options).format(at)} UTC`
}

const LINE = / hidden="" data-as-of="true"/
const TIME = /<time data-as-of="time"><\/time>/

/**
 * The page with the line shown that says as of when it is: for while it cannot be compared with the record. Undefined
 * where there is no such line.
 */
export function documentAsOf(document: string, at: Date): string | undefined {
  if (!LINE.test(document) || !TIME.test(document)) return undefined
  const [, language] = /<html[^>]* lang="([a-z]+)"/.exec(document) ?? []
  return document
    .replace(LINE, ' role="status"')
    .replace(TIME, `<time datetime="${at.toISOString()}">${whenIn(language, at)}</time>`)
}
