import { Readability } from '@mozilla/readability'
import { normaliseCaptureText, normaliseLine } from '@/domain/text'
import { demandBuildable } from './html-count'
import { linesOf } from './html-lines'
import { build, settle } from './html-tree'
import { candidatesOf, settleFacts, type Candidates } from './page-facts'
import { ParseRefused, type Hint, type ParsedText } from './parsed'
import { versionsOf } from './versions'

/** Shorter than this, in UTF-16 units, what Readability found is a caption or a cookie notice, not an article. */
const SHORTEST = 140

/**
 * A page's article, or all that its body says where no article is found.
 * @throws ParseRefused `too_deep`, `too_large` or `empty`
 */
export async function readHtml(html: string, hint: Hint, now: Date): Promise<ParsedText> {
  demandBuildable(html)
  const settled = settle(html)
  const document = await build(settled)
  const candidates = candidatesOf(document)
  const headline = headlineOf(document, candidates)
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null
  const article = new Readability<Element>(document, {
    serializer: (node) => node as Element,
    disableJSONLD: true,
  }).parse()
  if (article?.byline) candidates.byline.push({ value: normaliseLine(article.byline), from: 'byline on the page' })
  const found = article?.content ? normaliseCaptureText(linesOf(article.content)) : ''
  const isArticle = found.length >= SHORTEST
  const text = isArticle ? withHeadline(headline, found) : normaliseCaptureText(linesOf((await build(settled)).body))
  if (text === '') throw new ParseRefused('empty', 'There is no text on this page. It may need scripts to show any.')
  return {
    kind: 'text',
    mediaType: 'text/html',
    text,
    pageStarts: null,
    facts: settleFacts(candidates, text, hint.url ?? canonical, now),
    parser: versionsOf(...(isArticle ? ['@mozilla/readability'] : []), 'linkedom', 'parse5'),
  }
}

/** What a page calls its article: a heading that its title begins with, or the other way round. */
function headlineOf(document: Document, candidates: Candidates): string | null {
  const titles = candidates.title.map(({ value }) => value)
  for (const heading of [...document.querySelectorAll('h1')].slice(0, 10)) {
    const words = normaliseLine(heading.textContent)
    const isNamed = titles.some((title) => title !== words && (title.startsWith(words) || words.startsWith(title)))
    if (words !== '' && (isNamed || titles.filter((title) => title === words).length > 1)) return words
  }
  return null
}

/** Readability leaves out a headline that repeats the title; it is what people quote most. */
function withHeadline(headline: string | null, text: string): string {
  if (headline === null || text.slice(0, headline.length + 500).includes(headline)) return text
  return normaliseCaptureText(`${headline}\n\n${text}`)
}
