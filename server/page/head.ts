/** What of a plain request decides its answer. */
export type Head = { path: string; accepted: string | undefined; known: string | undefined }

/** Bytes; what is longer is left to the parser. */
const MOST = 8_192

/** One whole GET without a body: a line, then `name: value` in visible ASCII, an empty line, and nothing after it. */
const PLAIN = /^GET (\/[!-~]*) HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: [ -~]+\r\n)+\r\n$/

/** What a host is spelled with (RFC 9110, 7.2). */
export const HOST = /^[\w.~!$&'()*+,;=%:[\]-]*$/

/** What speaks of the connection, of a body or of an upgrade is for the parser to judge. */
const JUDGED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * Reads a request that cannot be taken in two ways; undefined for every other, which a parser of HTTP has to read. Never
 * a judgement: what is refused here may well be right.
 */
export function readHead(chunk: Buffer): Head | undefined {
  if (chunk.length > MOST) return undefined
  const text = chunk.toString('latin1')
  const path = PLAIN.exec(text)?.[1]
  if (path === undefined) return undefined
  const read: Record<'host' | 'accept-encoding' | 'if-none-match', string | undefined> = {
    host: undefined,
    'accept-encoding': undefined,
    'if-none-match': undefined,
  }
  for (let at = text.indexOf('\r\n') + 2; at < text.length - 2;) {
    const colon = text.indexOf(':', at)
    const end = text.indexOf('\r\n', colon)
    const name = text.slice(at, colon).toLowerCase()
    if (name === 'host' || name === 'accept-encoding' || name === 'if-none-match') {
      if (read[name] !== undefined) return undefined
      read[name] = text.slice(colon + 2, end).trim()
    } else if (JUDGED.has(name) && !(name === 'connection' && isKeepAlive(text.slice(colon + 2, end)))) return undefined
    at = end + 2
  }
  if (read.host === undefined || !HOST.test(read.host)) return undefined
  return { path, accepted: read['accept-encoding'], known: read['if-none-match'] }
}

const isKeepAlive = (value: string): boolean => value.toLowerCase() === 'keep-alive'
