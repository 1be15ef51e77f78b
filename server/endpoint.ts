import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import superjson from 'superjson'
import { env } from '@/env'
import { contextOf } from './context'
import { appRouter } from './router'

const MAX_BATCH = 10
/** Bytes of one body: a text of two million code points, escaped, and what goes with it. */
const MAX_BODY = 9 * 1024 * 1024

const NO_STORE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

type Code = 'FORBIDDEN' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'BAD_REQUEST'
const STATUS: Record<Code, number> = {
  FORBIDDEN: 403,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  BAD_REQUEST: 400,
}

/** The whole of /api/trpc: what is let in, and then the procedures. */
export async function serveTrpc(request: Request): Promise<Response> {
  const checked = request.method === 'POST' ? await checkPost(request) : request
  if (checked instanceof Response) return checked
  if (batchSize(checked) > MAX_BATCH) return refuse('BAD_REQUEST', `A batch holds at most ${MAX_BATCH} calls.`)
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: checked,
    router: appRouter,
    maxBatchSize: MAX_BATCH,
    createContext: () => contextOf(request.headers),
  })
  for (const [name, value] of Object.entries(NO_STORE)) response.headers.set(name, value)
  return response
}

/** The request with its body read and bounded, or the refusal. */
async function checkPost(request: Request): Promise<Request | Response> {
  if (!isOwnRequest(request.headers))
    return refuse('FORBIDDEN', `This request comes from another site. Assay is open at ${env().PUBLIC_URL}.`)
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse('UNSUPPORTED_MEDIA_TYPE', 'The body must be JSON.')
  const body = await readBody(request)
  if (body === null) return refuse('PAYLOAD_TOO_LARGE', 'This is more than 9 MB. Send it in parts.')
  return new Request(request.url, { method: 'POST', headers: request.headers, body })
}

/** Did a page of this very site send it? Browsers set both headers by themselves and scripts cannot. */
export function isOwnRequest(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  return isOwnOrigin(headers.get('origin')) && (site === null || site === 'same-origin')
}

/**
 * Under "no referrer", as the desk's pages are, a browser sends a plain form's Origin as null; what it says of the site
 * is then what counts: of a sandboxed frame it says cross-site. It works before, and without, scripts.
 */
export function isOwnForm(headers: Headers): boolean {
  if (isOwnRequest(headers)) return true
  return headers.get('origin') === 'null' && headers.get('sec-fetch-site') === 'same-origin'
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** PUBLIC_URL's origin; on one's own machine under any of its loopback names. */
function isOwnOrigin(origin: string | null): boolean {
  if (origin === null || !URL.canParse(origin)) return false
  const own = new URL(env().PUBLIC_URL)
  if (origin === own.origin) return true
  const from = new URL(origin)
  return LOOPBACK.has(own.hostname) && LOOPBACK.has(from.hostname) && from.port === own.port && from.origin === origin
}

/** The body as text; null where it is more than `most` bytes. */
export async function readBody(request: Request, most = MAX_BODY): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  if (request.body === null) return ''
  const reader = request.body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > most) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  return Buffer.concat(parts).toString('utf8')
}

function batchSize(request: Request): number {
  const url = new URL(request.url)
  if (url.searchParams.get('batch') !== '1') return 1
  return url.pathname.split('%2C').join(',').split('%2c').join(',').split(',').length
}

function refuse(code: Code, message: string): Response {
  const httpStatus = STATUS[code]
  const shape = { message, code: TRPC_ERROR_CODES_BY_KEY[code], data: { code, httpStatus, fault: {} } }
  return Response.json({ error: superjson.serialize(shape) }, { status: httpStatus, headers: NO_STORE })
}
