import { FetchRefused } from './refused'

/** What Content-Type says, both in lower case. */
export type ContentType = { mediaType: string | null; charset: string | null }

const TOKEN = /^[a-z0-9!#$&^_.+-]{1,100}$/
/** What text, PDF and pictures come as; and what servers send that do not know what they have: then the bytes tell. */
const READABLE = new Set([
  'application/xhtml+xml',
  'application/xml',
  'application/pdf',
  'application/x-pdf',
  'application/octet-stream',
  'binary/octet-stream',
  'application/force-download',
  'image/png',
  'image/jpeg',
  'image/jpg',
  'image/pjpeg',
  'image/webp',
])
const UNREADABLE_TEXT = new Set(['text/css', 'text/javascript', 'text/calendar', 'text/event-stream'])
const NAMED: readonly (readonly [start: string, is: string])[] = [
  ['video/', 'a video'],
  ['audio/', 'a sound recording'],
  ['image/', 'a picture of a kind that is not taken in'],
  ['font/', 'a font'],
  ['application/zip', 'an archive'],
  ['application/json', 'data for programs'],
  ['application/msword', 'an office document'],
  ['application/vnd.', 'an office document'],
]

/** Takes a Content-Type apart; what is not one counts as none. */
export function readContentType(header: string | undefined): ContentType {
  const [type = '', ...parameters] = (header ?? '').toLowerCase().slice(0, 1000).split(';')
  const [main = '', sub = '', ...rest] = type.trim().split('/')
  const isType = TOKEN.test(main) && TOKEN.test(sub) && rest.length === 0
  const named = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  const charset = named?.slice('charset='.length).replaceAll(/["']/g, '').trim() ?? ''
  return { mediaType: isType ? `${main}/${sub}` : null, charset: TOKEN.test(charset) ? charset : null }
}

/** @throws FetchRefused `not_text` for what holds neither text nor a picture that can be shown */
export function demandReadable(mediaType: string | null, host: string): void {
  if (mediaType === null || READABLE.has(mediaType)) return
  if (mediaType.startsWith('text/') && !UNREADABLE_TEXT.has(mediaType)) return
  const is = NAMED.find(([start]) => mediaType.startsWith(start))?.[1] ?? 'something that is no text'
  throw new FetchRefused(
    'not_text',
    `At this address ${host} keeps ${is} (${mediaType}). Text, PDF and pictures are read.`,
  )
}
