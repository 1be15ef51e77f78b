import type { OutgoingHttpHeaders, RequestListener } from 'node:http'
import type { Readable } from 'node:stream'
import inject from 'light-my-request'
import { securityHeaders, zoneOf } from '../security-headers'
import { documentOf } from './document'
import type { Rendered } from './store'

/** Asked by this program itself: nothing of whoever came decides what everybody gets. */
export const ASKING = { 'accept-encoding': 'identity', accept: '*/*', 'x-forwarded-for': '127.0.0.1' }

/** Of what Next says, what is about the content; what failed says more for itself. */
const CONTENT = /^(?:content-type|content-language|location|access-control-.*)$/
const FAILED = /^(?:content-(?:type|security-policy)|cache-control|retry-after|access-control-.*)$/

/** What has its hash or its place in its address never says anything else. */
const isForEver = (name: string, value: unknown): boolean =>
  name === 'cache-control' && String(value).includes('immutable')

/** Said by what was narrowed and found something; goes no further. */
const FOUND = 'x-assay-found'

/** As they are spelled among those that guard a response, so that one takes the other's place. */
const HEADER_NAMES: Readonly<Record<string, string>> = {
  'content-security-policy': 'Content-Security-Policy',
  'cache-control': 'Cache-Control',
  'content-language': 'Content-Language',
}

/** What is no text is kept as the bytes it came as. */
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)\b|image\/svg)/

type Answer = { statusCode: number; headers: OutgoingHttpHeaders }

/** What an answer says of itself, and what guards it. */
export function headersIn(url: string, { statusCode, headers }: Answer, publicUrl: string): Record<string, string> {
  const wanted = statusCode < 400 ? CONTENT : FAILED
  const given = Object.entries(headers).flatMap(([name, value]) =>
    (wanted.test(name) || isForEver(name, value)) && value !== undefined
      ? [[HEADER_NAMES[name] ?? name, String(value)] as const]
      : [],
  )
  const path = url.split('?', 1)[0] ?? '/'
  const isHttps = publicUrl.startsWith('https:')
  const guards = securityHeaders(path, { zone: zoneOf(path), nonce: '', isDevelopment: false, isHttps })
  return { ...guards, ...Object.fromEntries(given) }
}

export type Render = (url: string) => Promise<Rendered>

/** Asks `listener` for an address as for anybody, and makes a document of what is a page: without scripts. */
export function renderer(listener: RequestListener, publicUrl: string): Render {
  const { host } = new URL(publicUrl)
  return async (url) => {
    const answer = await inject(listener, {
      method: 'GET',
      url,
      headers: { ...ASKING, host },
      remoteAddress: '127.0.0.1',
    })
    const headers = headersIn(url, answer, publicUrl)
    const said = { status: answer.statusCode, headers, isFound: FOUND in answer.headers }
    const type = String(answer.headers['content-type'])
    if (type.startsWith('text/html')) return { ...said, body: documentOf(answer.payload) }
    return { ...said, body: TEXT.test(type) ? answer.payload : answer.rawPayload }
  }
}

/** What is too long to be held whole: its bytes as they come. */
export type Streamed = Pick<Rendered, 'status' | 'headers'> & { body: Readable }

/** Asks `listener` likewise, for what is no page. */
export function streamer(listener: RequestListener, publicUrl: string): (url: string) => Promise<Streamed> {
  const { host } = new URL(publicUrl)
  return async (url) => {
    const headers = { ...ASKING, host }
    const options = { method: 'GET', url, headers, remoteAddress: '127.0.0.1', payloadAsStream: true } as const
    const answer = await inject(listener, options)
    return { status: answer.statusCode, headers: headersIn(url, answer, publicUrl), body: answer.stream() }
  }
}
