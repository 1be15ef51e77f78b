import { createHash } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { addressIn, directionOf, languageBefore, type Language } from '../domain/language'
import { ALL_MESSAGES } from '../domain/messages/all'
import { securityHeaders } from '../server/security-headers'

// Paper, ink and accent of app/globals.css.
const STYLE =
  'html{color-scheme:light dark;font:1.125rem/1.6 Georgia,serif;background:#fcfbf8;color:#1c1b19}a{color:#24408e}' +
  '@media(prefers-color-scheme:dark){html{background:#161513;color:#ebe8e1}a{color:#a9bcff}}' +
  'body{max-width:36rem;margin:15vh auto;padding:0 1rem}'
const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

type Kind = 'missing' | 'away' | 'fault'

/** Made of plain words, for whoever can be told nothing else. */
function failurePage(kind: Kind, language: Language): string {
  const words = ALL_MESSAGES[language].failure
  const again = kind === 'missing' ? '' : `<a href="">${words.again}</a> · `
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words[kind]}</title><style>${STYLE}</style></head>
<body><main><h1>${words[kind]}</h1><p>${words[`${kind}Text`]}</p><p>${again}<a href="${addressIn(language, '/')}">${words.latest}</a></p></main></body>
</html>
`
}

/** Seconds after which asking again is worth it. */
const RETRY = '30'

/** The desk, signing in, the API and oEmbed tell of failures in their own ways, and `/readyz` says itself that it is not ready. */
const TELLS_ITSELF = /^\/(?:(?:desk|signin|api)(?:\/|$)|(?:readyz|oembed)$)/

/**
 * Public pages must be whole without scripts, and what Next answers for a page that is missing or has failed is empty
 * without them. So both are answered here: 404, 503 where the database is away, 500 where it is not.
 */
export function withFailurePage(listener: RequestListener, options: Options): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    if (!TELLS_ITSELF.test(path)) replaceFailure(response, languageBefore(path), options)
    listener(request, response)
  }
}

/** What is for people of the desk: pages that they go to, not what those fetch. */
const isDeskPage = ({ method, url = '/', headers }: IncomingMessage): boolean =>
  method === 'GET' && /^\/(?:desk|signin)(?:[/?]|$)/.test(url) && headers['rsc'] === undefined

/**
 * The desk can do nothing without its database, and says so in one page. `mayBeAway`: asks nothing, and says only that
 * asking is worth it.
 */
export function withDeskAway(listener: RequestListener, { mayBeAway, isReady, isHttps }: DeskOptions): RequestListener {
  return (request, response) => {
    if (!mayBeAway() || !isDeskPage(request)) listener(request, response)
    else
      void isReady().then((ready) => {
        if (ready) {
          listener(request, response)
          return
        }
        const body = Buffer.from(failurePage('away', 'en'))
        for (const [name, value] of Object.entries(
          securityHeaders('/desk', { zone: 'desk', nonce: '', isDevelopment: false, isHttps }),
        ))
          response.setHeader(name, value)
        response.writeHead(503, { ...headersOf(503), 'content-length': body.length }).end(body)
      })
  }
}

interface DeskOptions {
  mayBeAway: () => boolean
  isReady: () => Promise<boolean>
  isHttps: boolean
}

interface Options {
  isReady: () => Promise<boolean>
  /** While sources are being changed, what went wrong is more use than a page that hides it. */
  showsFaults: boolean
}

function replaceFailure(response: ServerResponse, language: Language, { isReady, showsFaults }: Options): void {
  let isReplaced = false
  const write = response.write.bind(response) as (...args: unknown[]) => boolean
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  const flushHeaders = response.flushHeaders.bind(response)
  // Its own, not the one of what compresses answers, which would call this one compressed.
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  const replace = async (isMissing: boolean): Promise<void> => {
    const status = isMissing ? 404 : (await isReady()) ? 500 : 503
    for (const name of response.getHeaderNames()) if (!KEPT.test(name)) response.removeHeader(name)
    const kind = isMissing ? 'missing' : status === 500 ? 'fault' : 'away'
    const body = Buffer.from(failurePage(kind, language))
    writeHead(status, { ...headersOf(status), 'content-length': body.length })
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
    void replace(isMissing)
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
}

/** What guards a response stays; what described the one that failed goes. */
const KEPT = /^(referrer-policy|x-content-type-options|permissions-policy|cross-origin-.*|strict-transport-security)$/

const headersOf = (status: number): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  ...(status === 503 && { 'retry-after': RETRY }),
})
