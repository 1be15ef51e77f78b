import { createHash } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { addressIn, directionOf, isTranslatedPage, languageBefore, type Language } from '../domain/language'
import { ALL_MESSAGES } from '../domain/messages/all'
import { contentPolicy, securityHeaders, zoneOf, type Zone } from '../server/security-headers'

// Paper, ink, muted ink, rule and accent of app/globals.css.
const STYLE =
  'html{color-scheme:light dark;font:1.0625rem/1.6 Georgia,serif;background:#fcfbf8;color:#1c1b19}a{color:#24408e}' +
  'h1{font-size:1.75rem;line-height:1.25;text-wrap:balance}h2,.again{font:600 .9375rem/1.5 system-ui,sans-serif}' +
  'h2{color:#5c5953;margin:0}nav{border-top:1px solid #d9d5cb;margin-top:2.5rem;padding-top:1rem}' +
  'ul{list-style:none;padding:0;margin:.5rem 0 0}li a{display:inline-block;padding:.25rem 0}' +
  'body{max-width:36rem;margin:12vh auto 4rem;padding:0 1rem;overflow-wrap:break-word}' +
  '@media(prefers-color-scheme:dark){html{background:#161513;color:#ebe8e1}a{color:#a9bcff}h2{color:#a8a39a}nav{border-color:#3a3733}}'
const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

type Kind = 'missing' | 'away' | 'fault'

/** Where a reader can begin. */
const PLACES = [
  ['latest', '/'],
  ['corrections', '/corrections'],
  ['method', '/method'],
  ['data', '/data'],
  ['log', '/log'],
] as const
type Place = { name: (typeof PLACES)[number][0]; address: string }

/** Is there something at an address that can be shown without the database? */
export type IsShown = (address: string) => Promise<boolean>

async function placesShown(language: Language, isShown: IsShown): Promise<Place[]> {
  const places = PLACES.map(([name, path]) => ({ name, address: hrefIn(language, path) }))
  const shown = await Promise.all(places.map(({ address }) => isShown(address)))
  return places.filter((_, at) => shown[at])
}

const hrefIn = (language: Language, path: string): string => (isTranslatedPage(path) ? addressIn(language, path) : path)

type Page = {
  kind: Kind
  language: Language
  /** Where the database is away: what can be read without it. */
  places?: readonly Place[]
  /** It stands in a frame on somebody else's page, and its links lead out of that. */
  isFramed?: boolean
}

/** Made of plain words, for whoever can be told nothing else. */
function failurePage({ kind, language, places = [], isFramed = false }: Page): string {
  const { failure: words, frame } = ALL_MESSAGES[language]
  const out = isFramed ? ' target="_blank" rel="noopener"' : ''
  const link = (address: string, text: string) => `<a href="${address}"${out}>${text}</a>`
  const again = kind === 'missing' ? '' : `<a href="">${words.again}</a>`
  const latest = places.length > 0 ? '' : link(addressIn(language, '/'), words.latest)
  const still = `<nav aria-labelledby="still"><h2 id="still">${words.still}</h2><ul>${places
    .map(({ name, address }) => `<li>${link(address, frame[name])}</li>`)
    .join('')}</ul></nav>`
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words[kind]}</title><style>${STYLE}</style></head>
<body><main><h1>${words[kind]}</h1><p>${textOf(kind, words)}</p><p class="again">${[again, latest].filter(Boolean).join(' · ')}</p>${places.length > 0 ? still : ''}</main></body>
</html>
`
}

/** What a machine is told. */
const lineOf = (kind: Kind, language: Language): string => {
  const { failure: words } = ALL_MESSAGES[language]
  return `${words[kind]}. ${textOf(kind, words)}\n`
}

const textOf = (kind: Kind, words: (typeof ALL_MESSAGES)[Language]['failure']): string =>
  kind === 'away' ? `${words.awayText} ${words.awayNeeds}` : words[`${kind}Text`]

/** Seconds after which asking again is worth it. */
const RETRY = '30'

/** The desk, signing in, the API and oEmbed tell of failures in their own ways, and `/readyz` says itself that it is not ready. */
const TELLS_ITSELF = /^\/(?:(?:desk|signin|api)(?:\/|$)|(?:readyz|oembed)$)/

/** What is made of files alone. */
const NEEDS_NOTHING = /^\/(?:_next\/|healthz$|icon\.svg$)/

/**
 * Public pages must be whole without scripts, and what Next answers for a page that is missing or has failed is empty
 * without them. So both are answered here: 404, 503 where the database is away, 500 where it is not. Where it may be away
 * it is asked for first: a page makes several questions, each of which would wait for one that hangs.
 */
export function withFailurePage(listener: RequestListener, options: Options): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const tellAway = TELLS_ITSELF.test(path) ? undefined : replaceFailure(response, path, options)
    if (tellAway === undefined || NEEDS_NOTHING.test(path) || !options.mayBeAway()) listener(request, response)
    else void options.isReady().then((ready) => (ready ? listener(request, response) : tellAway()))
  }
}

/** What is for people of the desk: pages that they go to, not what those fetch. */
const isDeskPage = ({ method, url = '/', headers }: IncomingMessage): boolean =>
  method === 'GET' && /^\/(?:desk|signin)(?:[/?]|$)/.test(url) && headers['rsc'] === undefined

/**
 * The desk can do nothing without its database, and says so in one page. `mayBeAway`: asks nothing, and says only that
 * asking is worth it.
 */
export function withDeskAway(listener: RequestListener, options: DeskOptions): RequestListener {
  const { mayBeAway, isReady, isHttps, isShown } = options
  return (request, response) => {
    if (!mayBeAway() || !isDeskPage(request)) listener(request, response)
    else
      void isReady().then(async (ready) => {
        if (ready) {
          listener(request, response)
          return
        }
        const places = await placesShown('en', isShown)
        const body = Buffer.from(failurePage({ kind: 'away', language: 'en', places }))
        for (const [name, value] of Object.entries(
          securityHeaders('/desk', { zone: 'desk', nonce: '', isDevelopment: false, isHttps }),
        ))
          response.setHeader(name, value)
        response.writeHead(503, { ...headersOf(503, 'desk'), 'content-length': body.length }).end(body)
      })
  }
}

interface Asking {
  mayBeAway: () => boolean
  isReady: () => Promise<boolean>
  isShown: IsShown
}

interface DeskOptions extends Asking {
  isHttps: boolean
}

interface Options extends Asking {
  /** While sources are being changed, what went wrong is more use than a page that hides it. */
  showsFaults: boolean
}

/** @returns what answers, before anything else does, that the database is away. */
function replaceFailure(response: ServerResponse, path: string, { isReady, isShown, showsFaults }: Options) {
  const zone = zoneOf(path)
  const language = languageBefore(path)
  let isReplaced = false
  const write = response.write.bind(response) as (...args: unknown[]) => boolean
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  const flushHeaders = response.flushHeaders.bind(response)
  // Its own, not the one of what compresses answers, which would call this one compressed.
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  const replace = async (kind: Kind): Promise<void> => {
    isReplaced = true
    const status = STATUS[kind]
    for (const name of response.getHeaderNames()) if (!KEPT.test(name)) response.removeHeader(name)
    const places = kind === 'away' ? await placesShown(language, isShown) : []
    const page: Page = { kind, language, places, isFramed: zone === 'embed' }
    const body = Buffer.from(zone === 'api' ? lineOf(kind, language) : failurePage(page))
    writeHead(status, { ...headersOf(status, zone), 'content-length': body.length })
    // Not at the end: of some responses that is a write, which is taken over here.
    write(body)
    end()
  }
  /** Whatever an answer that failed has to say is dropped. */
  const isFailing = (): boolean => {
    if (isReplaced || response.headersSent) return isReplaced
    const isHtml = String(response.getHeader('content-type')).startsWith('text/html')
    const isMissing = response.statusCode === 404 && isHtml
    if (!isMissing && (response.statusCode < 500 || showsFaults)) return false
    isReplaced = true
    if (isMissing) void replace('missing')
    else void isReady().then((ready) => replace(ready ? 'fault' : 'away'))
    return true
  }
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) => {
      response.statusCode = status
      return isFailing() ? response : writeHead(status, ...rest)
    },
    write: (...args: unknown[]) => isFailing() || write(...args),
    end: (...args: unknown[]) => (isFailing() ? response : end(...args)),
    flushHeaders: () => {
      if (!isFailing()) flushHeaders()
    },
  })
  return () => void replace('away')
}

const STATUS: Readonly<Record<Kind, number>> = { missing: 404, fault: 500, away: 503 }

/** What guards a response stays; what described the one that failed goes. */
const KEPT = /^(referrer-policy|x-content-type-options|permissions-policy|cross-origin-.*|strict-transport-security)$/

const headersOf = (status: number, zone: Zone): Record<string, string> => ({
  'content-type': `text/${zone === 'api' ? 'plain' : 'html'}; charset=utf-8`,
  'cache-control': 'no-store',
  'content-security-policy': policyOf(zone),
  ...(status === 503 && { 'retry-after': RETRY }),
})

const policyOf = (zone: Zone): string =>
  zone === 'api'
    ? contentPolicy({ zone, nonce: '', isDevelopment: false, isHttps: false })
    : `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'; frame-ancestors ${zone === 'embed' ? '*' : "'none'"}`
