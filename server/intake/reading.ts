import type { FetchFacts, ReadFacts } from '@/domain/intake'
import { sha256Hex } from '@/domain/hash'
import { LIMITS } from '@/domain/input/text'
import { codePointLength } from '@/domain/text'
import { fetchPage, type Fetched } from '../fetch-page'
import { parseBytes, ParseRefused, type Hint, type Parsed } from '../parse-bytes'
import { store } from '../store'
import type { IntakeRow } from './keep-source'
import { normalisePages } from './pages'

type Options = {
  signal: AbortSignal
  onProgress: (progress: { received: number; total: number | null }) => void
}

/** What reading gave, as the row holds it; `bytes` and `shown` are still to be put into the store. */
export type Reading = {
  bytes: Uint8Array | null
  shown: Uint8Array | null
  mediaType: string
  parser: string
  text: string
  textSha256: string
  pageStarts: number[] | null
  facts: ReadFacts | null
  image: { width: number; height: number; exif: { name: string; value: string }[]; shownMediaType: string } | null
  fetch: FetchFacts | null
}

/** What was read, or why nothing was, in words for the editor. */
export type Outcome = Reading | { refused: { code: string; message: string } }

/** @throws FetchRefused, ParseRefused */
export async function readPage(row: IntakeRow, { signal, onProgress }: Options): Promise<Reading> {
  const page = await fetchPage(row.url ?? '', { signal, onProgress })
  const { mediaType, charset, finalUrl: url } = page
  const parsed = await parseBytes(page.decoded, { mediaType, charset, url }, { signal })
  return { ...readingOf(parsed), bytes: page.bytes, fetch: factsOf(page) }
}

/** @throws ParseRefused, StoredBytesMissing, StoredBytesAltered */
export async function readFile(row: IntakeRow, { signal }: Options): Promise<Reading> {
  const bytes = await store().get(row.storedSha256 ?? '')
  const hint: Hint = { mediaType: null, charset: null, url: null }
  return { ...readingOf(await parseBytes(bytes, hint, { signal })), bytes: null, fetch: null }
}

function factsOf({ fetchedAt, requestedUrl, finalUrl, status, headers, redirects, certificateSha256 }: Fetched) {
  const at = fetchedAt.toISOString()
  return { requestedUrl, finalUrl, status, headers, redirects, certificateSha256, fetchedAt: at }
}

function readingOf(parsed: Parsed): Omit<Reading, 'bytes' | 'fetch'> {
  const { mediaType, parser } = parsed
  if (parsed.kind === 'image') {
    const { width, height, exif, shown, shownMediaType } = parsed
    const image = { width, height, exif, shownMediaType }
    return { mediaType, parser, shown, image, text: '', textSha256: sha256Hex(''), pageStarts: null, facts: null }
  }
  const { text, pageStarts } = normalisePages(parsed.text, parsed.pageStarts)
  const most = LIMITS.captureText
  if (text === '') throw new ParseRefused('empty', 'There is no text in it. Paste what you see instead.')
  if (codePointLength(text) > most)
    throw new ParseRefused('too_large', `Its text has more than ${most.toLocaleString('en')} characters.`)
  const facts = parsed.facts
  return { mediaType, parser, shown: null, image: null, text, textSha256: sha256Hex(text), pageStarts, facts }
}
