import { getDocumentProxy } from 'unpdf'
import { codePointLength, normaliseCaptureText } from '@/domain/text'
import { LIMITS } from './limits'
import { settleFacts, type Candidates } from './page-facts'
import { publishedOfPdf } from './published'
import { ParseRefused, type Hint, type ParsedText } from './parsed'
import { versionsOf } from './versions'

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>

/** Between two pages, as between two paragraphs: what the normalisation leaves as it is. */
const BETWEEN = '\n\n'

/**
 * A PDF's text page by page.
 * @throws ParseRefused `encrypted`, `too_large`, `empty` (scanned) or `unreadable`
 */
export async function readPdf(bytes: Uint8Array, hint: Hint, now: Date): Promise<ParsedText> {
  const pdf = await open(bytes)
  if (pdf.numPages > LIMITS.pages)
    throw new ParseRefused('too_large', `This PDF has ${pdf.numPages} pages; ${LIMITS.pages} is the most.`)
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await pageText(pdf, number))
  const { text, pageStarts } = joinPages(pages)
  if (text === '')
    throw new ParseRefused(
      'empty',
      'This PDF holds pictures of pages and no text: it was probably scanned. Take in its pages as pictures, or paste the text.',
    )
  return {
    kind: 'text',
    mediaType: 'application/pdf',
    text,
    pageStarts,
    facts: settleFacts(await candidatesOf(pdf, now), text, hint.url, now),
    parser: versionsOf('unpdf'),
  }
}

async function open(bytes: Uint8Array): Promise<Proxy> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      // Nothing is drawn: no picture need be decoded.
      maxImageSize: 1,
    })
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      throw new ParseRefused('encrypted', 'This PDF is locked with a password. Save it without one and try again.')
    if (/PDFException|FormatError|XRef/.test((error as Error).name))
      throw new ParseRefused('unreadable', 'This PDF is damaged or cut short: it cannot be read.')
    throw error
  }
}

async function pageText(pdf: Proxy, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  page.cleanup()
  return normaliseCaptureText(text)
}

/** A page without text begins where the next one does. */
export function joinPages(pages: readonly string[]): { text: string; pageStarts: number[] } {
  let [text, length] = ['', 0]
  const pageStarts = pages.map((page) => {
    if (page === '') return length === 0 ? 0 : length + BETWEEN.length
    if (length > 0) {
      text += BETWEEN
      length += BETWEEN.length
    }
    const start = length
    text += page
    length += codePointLength(page)
    return start
  })
  return { text, pageStarts: pageStarts.map((start) => Math.min(start, length)) }
}

async function candidatesOf(pdf: Proxy, now: Date): Promise<Candidates> {
  const info = new Map(Object.entries((await pdf.getMetadata()).info))
  const said = (key: string, from: string) => {
    const value: unknown = info.get(key)
    return typeof value === 'string' && value.trim() !== '' ? [{ value: value.trim().slice(0, 300), from }] : []
  }
  return {
    title: said('Title', 'PDF title'),
    byline: said('Author', 'PDF author'),
    outlet: [],
    language: said('Language', 'PDF language'),
    published: said('CreationDate', 'PDF creation date').flatMap(({ value, from }) => {
      const edtf = publishedOfPdf(value, now)
      return edtf === null ? [] : [{ value: edtf, from }]
    }),
  }
}
