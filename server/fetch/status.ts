import { FetchRefused } from './refused'
import type { RefusalCode } from './refused'

const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** RFC 9111: 203 is the page as a proxy on the way has altered it. */
const WHOLE_PAGE = new Set([200, 203])

const SAID: Readonly<Record<number, readonly [RefusalCode, string]>> = {
  401: ['login', 'asks for a login'],
  402: ['login', 'wants to be paid for it'],
  403: ['refused', 'refuses to give it to a program'],
  404: ['gone', 'has no page at this address'],
  406: ['refused', 'refuses to give it in a form that can be read'],
  407: ['login', 'asks for a login'],
  410: ['gone', 'has taken the page down for good'],
  429: ['refused', 'wants fewer requests for now'],
  451: ['refused', 'withholds it for legal reasons'],
}

export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status)
}

/** @throws FetchRefused for every status that does not bring the whole page */
export function demandPage(status: number, headers: Readonly<Record<string, unknown>>, host: string): void {
  if (WHOLE_PAGE.has(status)) return
  // Cloudflare's own word for "prove that you are a person".
  if (headers['cf-mitigated'] === 'challenge') throw said('refused', host, 'wants proof that a person reads it', status)
  const [code, words] = SAID[status] ?? otherwise(status)
  throw said(code, host, words, status)
}

function otherwise(status: number): readonly [RefusalCode, string] {
  if (status >= 500) return ['server', 'has a fault of its own just now']
  if (status >= 400) return ['refused', 'refuses to give it']
  return ['server', 'answers without the page']
}

function said(code: RefusalCode, host: string, words: string, status: number): FetchRefused {
  const then: Partial<Record<RefusalCode, string>> = {
    server: ' Try again later.',
    login: ' Paste the text instead.',
    refused: ' Paste the text instead.',
  }
  return new FetchRefused(code, `${host} ${words} (${status}).${then[code] ?? ''}`)
}
