import XMLBuilder from 'fast-xml-builder'
import type { z } from 'zod'
import { readAddress, type Language } from '@/domain/language'
import { isSlug } from '@/domain/slug'
import { caller } from '@/server/caller'
import { cardSize } from '@/server/draw-card'
import { answer } from '../answer'
import { answering, OPEN, OPTIONS, problem, readOnly, readQuery } from '../api/v1/reply'
import type { embedSchema } from '@/domain/api/schema'
import { inReadersWords, sharedAccount, translatedAddress } from '../shared-account'
import { siteUrl } from '../site'

export const dynamic = 'force-dynamic'

const SIZE = { width: 600, height: 320 }
const PARAMETERS = ['url', 'format', 'maxwidth', 'maxheight'] as const
const builder = new XMLBuilder({ ignoreAttributes: false })

/** oEmbed 1.0: how an account is shown on somebody else’s page, for the address of its page or of one of its versions. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const query = readQuery(request, PARAMETERS)
    if (query?.url === undefined)
      return problem(400, 'It takes "url", and "format", "maxwidth", "maxheight", each once.')
    const { format = 'json' } = query
    if (format !== 'json' && format !== 'xml') return problem(501, 'There are two formats: "json" and "xml".')
    const asked = accountOf(query.url)
    if (asked === null) return problem(404, 'This is not the address of an account here.')
    const [width, height] = [sizeOf(query.maxwidth, SIZE.width), sizeOf(query.maxheight, SIZE.height)]
    if (width === null || height === null) return problem(400, 'A size is a whole number of pixels, from 1.')
    const body = await describe(asked, { width, height })
    return format === 'json'
      ? answer(request, JSON.stringify(body), 'application/json; charset=utf-8', OPEN)
      : answer(request, xmlOf(body), 'text/xml; charset=utf-8', OPEN)
  })
}

type Asked = { slug: string; language: Language }

/** The account that an address of ours is of, and the language it is asked for in. */
function accountOf(url: string): Asked | null {
  if (!url.startsWith(siteUrl('/')) || !URL.canParse(url)) return null
  const { language, path } = readAddress(new URL(url).pathname)
  const [, slug = ''] = /^\/incidents\/([^/]+)(?:\/changes|\/v\/\d+)?$/.exec(path) ?? []
  return isSlug(slug) ? { slug, language } : null
}

/** As large as the frame is, or as large as there is room; null for what is no size. */
function sizeOf(most: string | undefined, own: number): number | null {
  if (most === undefined) return own
  return /^[1-9]\d{0,8}$/.test(most) ? Math.min(own, Number(most)) : null
}

async function describe(
  { slug: asked, language }: Asked,
  { width, height }: { width: number; height: number },
): Promise<z.output<typeof embedSchema>> {
  const { reading } = await caller()
  const found = await reading.account({ slug: asked, number: null, language })
  const slug = found.slug
  const account = found.outcome === 'moved' ? await reading.account({ slug, number: null, language }) : found
  if (account.outcome !== 'found') throw new Error('an address that moved leads to one that moved')
  const { organisation } = await reading.frame()
  const { title } = sharedAccount(inReadersWords(account))
  const at = (path: string) => escaped(siteUrl(translatedAddress(account, path)))
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: organisation,
    provider_url: siteUrl('/'),
    thumbnail_url: at(`/incidents/${slug}/card.png`),
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
    width,
    height,
    html: `<iframe src="${at(`/embed/incidents/${slug}`)}" width="${width}" height="${height}" title="${escaped(title)}" loading="lazy" referrerpolicy="no-referrer" frameborder="0"></iframe>`,
  }
}

/** What XML 1.0 cannot hold, however it is written. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const xmlOf = (body: Record<string, string | number>): string =>
  builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8', '@_standalone': 'yes' },
    oembed: Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replace(NOT_XML, '') : value,
      ]),
    ),
  })

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)

export { OPTIONS, readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT }
