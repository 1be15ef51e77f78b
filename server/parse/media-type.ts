import { ParseRefused } from './parsed'

/** What can be read. */
export type MediaType = 'text/html' | 'text/plain' | 'application/pdf' | 'image/png' | 'image/jpeg' | 'image/webp'

type Signature = { at: number; bytes: string; is: MediaType | { called: string } }

const other = (called: string) => ({ called })

/** First bytes, one character a byte. The first that fits counts, so that nothing is two things at once. */
const SIGNATURES: readonly Signature[] = [
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', is: 'image/png' },
  { at: 0, bytes: '\xff\xd8\xff', is: 'image/jpeg' },
  { at: 8, bytes: 'WEBPVP8', is: 'image/webp' },
  { at: 0, bytes: '%PDF-', is: 'application/pdf' },
  { at: 0, bytes: 'GIF8', is: other('a GIF picture') },
  { at: 0, bytes: 'BM', is: other('a BMP picture') },
  { at: 0, bytes: 'II*\0', is: other('a TIFF picture') },
  { at: 0, bytes: 'MM\0*', is: other('a TIFF picture') },
  { at: 0, bytes: '\0\0\x01\0', is: other('an icon') },
  { at: 0, bytes: '8BPS', is: other('a Photoshop picture') },
  { at: 4, bytes: 'ftypavi', is: other('an AVIF picture') },
  { at: 4, bytes: 'ftyphei', is: other('a HEIC picture') },
  { at: 4, bytes: 'ftypmif', is: other('a HEIC picture') },
  { at: 4, bytes: 'ftyp', is: other('a video') },
  { at: 0, bytes: '\x1aE\xdf\xa3', is: other('a video') },
  { at: 0, bytes: 'OggS', is: other('a sound or a video') },
  { at: 0, bytes: 'ID3', is: other('a sound') },
  { at: 0, bytes: 'RIFF', is: other('a sound or a video') },
  { at: 0, bytes: 'PK\x03\x04', is: other('a ZIP archive, or an office document, which is one') },
  { at: 0, bytes: 'PK\x05\x06', is: other('an empty ZIP archive') },
  { at: 0, bytes: '\xd0\xcf\x11\xe0', is: other('an old office document') },
  { at: 0, bytes: '{\\rtf', is: other('an RTF document') },
  { at: 0, bytes: '%!PS', is: other('PostScript') },
  { at: 0, bytes: '\x1f\x8b', is: other('compressed with gzip') },
  { at: 0, bytes: 'BZh', is: other('compressed with bzip2') },
  { at: 0, bytes: '(\xb5/\xfd', is: other('compressed with zstd') },
  { at: 0, bytes: '7z\xbc\xaf', is: other('a 7z archive') },
  { at: 0, bytes: 'Rar!', is: other('a RAR archive') },
  { at: 0, bytes: '\x7fELF', is: other('a program') },
  { at: 0, bytes: 'MZ', is: other('a program') },
  { at: 0, bytes: '\0asm', is: other('a program') },
  { at: 0, bytes: 'SQLite format 3', is: other('a database') },
]

const WHAT_CAN = 'HTML, plain text, PDF, PNG, JPEG and WebP can be taken in.'

export function refuseType(called: string): ParseRefused {
  return new ParseRefused('type', `This is ${called}. ${WHAT_CAN}`)
}

/**
 * The type of binary bytes from how they begin; null for what must be text, or nothing.
 * @throws ParseRefused, code `type`, for a type that is known and not read
 */
export function binaryType(bytes: Uint8Array): MediaType | null {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  const found = SIGNATURES.find((signature) => head.startsWith(signature.bytes, signature.at))
  // "BM" and "MZ" may also begin a text, which has no NUL among its first bytes.
  if (found === undefined || (found.bytes.length === 2 && !head.includes('\0') && /^[\x20-\x7e]/.test(found.bytes)))
    return null
  if (typeof found.is === 'object') throw refuseType(found.is.called)
  return found.is
}

/** White space, comments, XML declaration and doctype in front; a bounded look, so that no comment is read twice. */
function root(text: string): { name: string; doctype: string } {
  let [rest, doctype] = [text.slice(0, 16_384), '']
  for (;;) {
    rest = rest.replace(/^[\s\uFEFF]+/, '')
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') + 3 : /^<[!?]/.test(rest) ? rest.indexOf('>') + 1 : 0
    if (end < 3) break
    doctype = /^<!doctype\s+([a-z:]+)/i.exec(rest)?.[1]?.toLowerCase() ?? doctype
    rest = rest.slice(end)
  }
  return { name: /^<\/?([a-z][a-z0-9:]*)/i.exec(rest)?.[1]?.toLowerCase() ?? '', doctype }
}

const ELEMENTS = new Set(
  (
    'html head body title meta link base script noscript style iframe h1 h2 h3 h4 h5 h6 p div span a b i em strong font ' +
    'table ul ol dl li br hr img center article section main header footer nav aside figure blockquote pre form'
  ).split(' '),
)

/**
 * HTML or plain text, from decoded text. What was said of it decides only whether text with tags further down is a page.
 * @throws ParseRefused, code `type`, for SVG and other XML, and for what is no text
 */
export function textType(text: string, said: string | null): 'text/html' | 'text/plain' {
  const { name, doctype } = root(text)
  if (name === 'svg' || doctype === 'svg') throw refuseType('an SVG drawing, which can carry scripts')
  const head = text.slice(0, 4096)
  if (doctype === 'html' || ELEMENTS.has(name)) return 'text/html'
  if (/^\s*<\?xml\s/.test(head)) throw refuseType('XML, such as a feed')
  if (name === 'rss' || name === 'feed' || name === 'urlset') throw refuseType('XML, such as a feed')
  const controls = head.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0
  if (controls > Math.max(2, head.length / 200)) throw refuseType('no text, and of a type that is not known')
  const isSaidHtml = said !== null && /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(said)
  return isSaidHtml && /<[a-z!]/i.test(text.slice(0, 100_000)) ? 'text/html' : 'text/plain'
}
