import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { env } from '../env'
import { HOST } from '../server/page/head'
import { refuse, refusal } from '../server/page/refuse'
import { securityHeaders } from '../server/security-headers'

/** Does a request say once for whom it is, as it has to from HTTP/1.1 on (RFC 9112, 3.2)? */
export function namesOneHost({
  rawHeaders,
  httpVersion,
}: Pick<IncomingMessage, 'rawHeaders' | 'httpVersion'>): boolean {
  let named: string | undefined
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.length !== 4 || rawHeaders[at]?.toLowerCase() !== 'host') continue
    if (named !== undefined) return false
    named = rawHeaders[at + 1] ?? ''
  }
  return named === undefined ? httpVersion === '1.0' : HOST.test(named)
}

/** The answers of `listener`, guarded: where nobody has said what may load or run, nothing may. */
export function guarded(listener: RequestListener): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const isHttps = env().PUBLIC_URL.startsWith('https:')
    const guards = Object.entries(securityHeaders(path, { zone: 'api', nonce: '', isDevelopment: false, isHttps }))
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
    Object.assign(response, {
      writeHead: (...args: unknown[]) => {
        for (const [name, value] of guards) if (!response.hasHeader(name)) response.setHeader(name, value)
        return writeHead(...args)
      },
    })
    // Nothing here is an action or takes such a form: Next would look for one, and tell the log what it did not find.
    delete request.headers['next-action']
    if (request.headers['content-type']?.toLowerCase().startsWith('multipart/')) delete request.headers['content-type']
    listener(request, response)
  }
}

const FAULTS: Readonly<Record<string, readonly [status: string, line: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of this request are too long.\n'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Content Too Large', 'This request is too long.\n'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'This request took too long.\n'],
}
const UNREADABLE = ['400 Bad Request', 'This request cannot be read.\n'] as const

/** Answers what Node's parser refuses as all else is answered, which it would do in a bare line. */
export function answerFaults(server: Server): void {
  const answering = new WeakMap<Duplex, ServerResponse>()
  server.prependListener('request', ({ socket }, response) => answering.set(socket, response))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const current = answering.get(socket)
    // In the middle of another answer there is nothing to be said.
    const isFree = current === undefined || current.writableFinished || !current.headersSent
    const [status, line] = FAULTS[error.code ?? ''] ?? UNREADABLE
    if (!socket.writable || !isFree || error.code === 'ECONNRESET') socket.destroy()
    else socket.end(refusal(status, line), () => socket.destroy())
  })
  server.on('connect', (_request, socket) =>
    socket.end(refusal('405 Method Not Allowed', 'This is no proxy.\n'), () => socket.destroy()),
  )
  server.on('checkExpectation', (_request, response) => refuse(response, 417, 'This is not expected here.\n'))
}
