import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo, Socket } from 'node:net'
import type nextFactory from 'next'
import { env, SetupError } from '../env'
import { publicPages, type DiskOptions, type PublicPages } from '../server/public-pages'
import { refuse } from '../server/page/refuse'
import { log } from '../server/log'
import { isReady } from '../server/readiness'
import { withDeskAway, withFailurePage } from './failure-page'
import { lettingGo, putBefore, type Front } from './front'
import { root } from './root'
import { answerFaults, guarded, namesOneHost } from './strict'

export interface WebServer {
  port: number
  /** Loads the application, once; until then every request is told to come again. */
  ready: (pageDisk: DiskOptions | undefined) => Promise<void>
  /** The database is there: from now on readers get what it says. */
  begin: () => void
  /** Takes no more requests and finishes those in hand, for `patience` milliseconds at most. */
  close: (patience: number) => Promise<void>
}

/**
 * Takes HOST and PORT.
 * @throws SetupError when that address cannot be had.
 */
export async function listen(mode: 'development' | 'production'): Promise<WebServer> {
  const { HOST, PORT, TRUST_PROXY } = env()
  let handle: RequestListener = notYet
  // Who names no host is refused as all else is: in Node's own words there is no policy.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    unasked.delete(request.socket)
    if (namesOneHost(request)) handle(request, response)
    else refuse(response, 400, 'This request does not say once for which host it is.\n', { Connection: 'close' })
  })
  answerFaults(server)
  // Those whose parser has had no whole request, which Node does not count as idle.
  const unasked = new Set<Socket>()
  server.on('connection', (socket) => {
    unasked.add(socket)
    socket.once('close', () => unasked.delete(socket))
  })
  let front: Front | undefined
  await bind(server, HOST, PORT)
  const { port } = server.address() as AddressInfo
  let closeApp = (): Promise<unknown> => Promise.resolve()
  let begin = (): void => undefined
  let isLoaded = false
  const ready = async (pageDisk: DiskOptions | undefined): Promise<void> => {
    if (isLoaded) return
    isLoaded = true
    // Loaded by Node itself: it is a package for production, and nothing in it is TypeScript.
    const next = createRequire(import.meta.url)('next') as typeof nextFactory
    // Whom nothing was made for Next holds for ever when he asks for another protocol, past every limit of time and past a
    // stop. Only a developer's browser has one to ask for: of the others it hears nothing, and they get what a GET gets.
    const httpServer = mode === 'development' ? server : createServer()
    const app = next({ dev: mode === 'development', dir: root, hostname: HOST, port, httpServer })
    await app.prepare()
    const own = app.getRequestHandler()
    const isShown = async (address: string): Promise<boolean> => (await pages?.holds(address)) === true
    const showsFaults = mode === 'development'
    const mayBeAway = (): boolean => pages?.isSure() === false
    const asking = { mayBeAway, isReady, isShown }
    const told = withFailurePage((...pair) => void own(...pair), { ...asking, showsFaults })
    const isHttps = env().PUBLIC_URL.startsWith('https:')
    const listener = guarded(withDeskAway(told, { ...asking, isHttps }))
    // Whoever develops wants each page as it is now, and with its faults.
    const pages: PublicPages | undefined =
      mode === 'production'
        ? publicPages({ listener, keepAlive: server.keepAliveTimeout, disk: pageDisk, ...pageSettings() })
        : undefined
    const takeHeld = lettingGo((request, response) => pages?.takeHeld(request, response) === true)
    handle = (request, response) => {
      if (takeHeld(request, response)) return
      keepForwarded(request, TRUST_PROXY)
      if (!isReadable(request.url)) refuse(response, 400, 'This address cannot be read.\n')
      else if (pages?.take(request, response) !== true) listener(request, response)
    }
    if (pages !== undefined) {
      front = putBefore(server, (chunk) => pages.bytesFor(chunk))
      begin = pages.begin
    }
    closeApp = () => Promise.all([pages?.stop(), app.close()])
  }
  const close = async (patience: number): Promise<void> => {
    const closed = drain(server, front, patience)
    for (const socket of unasked) socket.destroy()
    await closed
    await closeApp()
  }
  return { port, ready, begin: () => begin(), close }
}

function pageSettings() {
  const { DATABASE_URL = '', PAGE_MEMORY, PAGES_AHEAD, PUBLIC_URL } = env()
  const isAhead = PAGES_AHEAD === 'auto'
  return { databaseUrl: DATABASE_URL, room: PAGE_MEMORY * 1024 * 1024, isAhead, publicUrl: PUBLIC_URL }
}

const notYet: RequestListener = (_request, response) =>
  refuse(response, 503, 'Assay is starting. Try again in a moment.\n', { 'Retry-After': '5' })

/** Do the percent signs of an address's path spell text? Next answers one that they do not with a server error. */
export function isReadable(url = '/'): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

/**
 * Leaves in X-Forwarded-For the one address that can be believed: that of the peer, or with `hops` proxies in front
 * the one the outermost of them saw. What a stranger wrote there himself is dropped.
 */
export function keepForwarded(request: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): void {
  const named = [request.headers['x-forwarded-for'] ?? []].flat().flatMap((line) => line.split(','))
  const chain = [...named.map((address) => address.trim()).filter(Boolean), request.socket.remoteAddress ?? '']
  request.headers['x-forwarded-for'] = chain[Math.max(0, chain.length - 1 - hops)] ?? ''
  if (hops > 0) return
  for (const name of ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-real-ip']) {
    Reflect.deleteProperty(request.headers, name)
  }
}

async function bind(server: Server, host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port }, resolve)
    })
  } catch (error) {
    throw new SetupError(cannotListen((error as NodeJS.ErrnoException).code ?? 'unknown', host, port))
  }
}

function cannotListen(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
  }
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose one above 1023 with PORT.`
  return `Assay cannot listen on ${host}, port ${port} (${code}). Check HOST and PORT.`
}

async function drain(server: Server, front: Front | undefined, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  front?.close()
  server.closeIdleConnections()
  const cut = setTimeout(() => {
    if (patience > 0) log.warn('requests still under way were cut off', { after: `${patience / 1000} s` })
    front?.cut()
    server.closeAllConnections()
  }, patience)
  await closed
  clearTimeout(cut)
}
