import type { IncomingMessage, ServerResponse } from 'node:http'
import { documentAsOf } from './document'
import { ENCODINGS, plainOf, type Encoding, type Form, type StoredPage } from './store'

/** Browsers say the same few things again and again; what strangers make up is not kept. */
const CHOSEN_MOST = 200
const chosen = new Map<string, Encoding>()

/** The best form that somebody takes (RFC 9110, 12.5.3); one that takes none of them gets the plain one. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  const known = chosen.get(accepted)
  if (known !== undefined) return known
  const encoding = choose(accepted)
  if (chosen.size < CHOSEN_MOST) chosen.set(accepted, encoding)
  return encoding
}

function choose(accepted: string): Encoding {
  for (const encoding of ENCODINGS) {
    const said = new RegExp(`(?:^|[,\\s])${encoding}(?:\\s*;\\s*q=([\\d.]+))?\\s*(?:,|$)`, 'i').exec(accepted)
    if (said !== null && Number(said[1] ?? 1) > 0) return encoding
  }
  return 'identity'
}

/** RFC 9110, 13.1.2: compared weakly. */
export function isKnown(asked: string | undefined, etag: string): boolean {
  if (asked === undefined) return false
  return asked === '*' || asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

const NOT_MODIFIED = /^(?:content-(?:length|encoding|type))$/i

/** The headers of "not modified": what is about the body has none to be about. */
export const withoutContent = ({ headers }: Form): string[] =>
  headers.filter((_, at) => !NOT_MODIFIED.test(headers[at - (at % 2)] ?? ''))

/** What is as it should be. */
export function sendForm({ method, headers }: IncomingMessage, response: ServerResponse, form: Form): void {
  if (form.status === 200 && isKnown(headers['if-none-match'], form.etag)) {
    response.writeHead(304, withoutContent(form)).end()
    return
  }
  response.writeHead(form.status, form.headers)
  if (method === 'HEAD') response.end()
  else response.end(form.body)
}

/** What says of an answer that it is as of then, and that nobody is to keep it. */
export function asOfHeaders(at: Date): Record<string, string | number> {
  const age = Math.max(0, Math.round((Date.now() - at.getTime()) / 1_000))
  return {
    'Cache-Control': 'no-store',
    Age: age,
    // RFC 9211: served from here because the origin could not be asked.
    'Cache-Status': `Assay; hit; ttl=-${age}; detail="the record cannot be reached"`,
  }
}

/**
 * A page that cannot be compared with the record just now: it says as of when it is, to people and to caches. False for a
 * page for people that has no place to say it, such as one of another build: it is not shown.
 */
export function sendAsOf({ method }: IncomingMessage, response: ServerResponse, page: StoredPage, at: Date): boolean {
  const { status, headers } = page
  const plain = plainOf(page)
  const isForPeople = headers['content-type']?.startsWith('text/html') === true
  const said = isForPeople ? documentAsOf(plain.toString(), at) : plain
  if (said === undefined) return false
  const bytes = Buffer.from(said)
  response.writeHead(status, { ...headers, ...asOfHeaders(at), 'Content-Length': bytes.length })
  if (method === 'HEAD') response.end()
  else response.end(bytes)
  return true
}
