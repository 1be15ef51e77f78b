import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { OpenUrl } from '@/domain/address'
import type { Line } from './dial'
import type { Limits } from './limits'
import { FetchRefused } from './refused'

/** Names the program and not the newsroom: a site is not told who is reading about it. */
const USER_AGENT = 'Mozilla/5.0 (compatible; Assay; reads single pages that an editor asked for)'
const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,image/*;q=0.7,*/*;q=0.1'

/** Sends the one request of this connection, without cookie or referrer. @throws FetchRefused */
export function ask(target: OpenUrl, { socket }: Line, limits: Limits, signal: AbortSignal): Promise<IncomingMessage> {
  const { host, pathname, search } = new URL(target.url)
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(signal.aborted ? (signal.reason as Error) : brokenOff(target.host, error))
    const stop = () => socket.destroy()
    signal.addEventListener('abort', stop, { once: true })
    socket.once('close', () => signal.removeEventListener('abort', stop))
    const sent = request({
      createConnection: () => socket,
      path: `${pathname}${search}`,
      setHost: false,
      maxHeaderSize: limits.headers,
      insecureHTTPParser: false,
      headers: {
        host,
        'user-agent': USER_AGENT,
        accept: ACCEPT,
        'accept-encoding': 'identity',
        connection: 'close',
      },
    })
    let hints = 0
    sent.on('information', () => {
      hints += 1
      if (hints > limits.hints) socket.destroy(new Error('too many hints'))
    })
    sent.once('response', resolve)
    sent.on('error', fail)
    sent.once('close', () => fail(undefined))
    sent.end()
  })
}

/** What went wrong on the line, once the connection stood. */
export function brokenOff(host: string, error: unknown): FetchRefused {
  if (error instanceof FetchRefused) return error
  const code = String((error as { code?: unknown } | undefined)?.code)
  if (code === 'HPE_HEADER_OVERFLOW')
    return new FetchRefused('too_large', `${host} answers with more headers than any page needs.`)
  if (code.startsWith('HPE_'))
    return new FetchRefused('unreachable', `${host} answers in a way that is not HTTP (${code}).`)
  return new FetchRefused('unreachable', `${host} broke the connection off before the page was there. Try again later.`)
}
