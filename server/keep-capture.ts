import { randomUUID } from 'node:crypto'
import { count, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { capture, type intake } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import { codePointLength, normaliseCaptureText, NORMALISATION_VERSION } from '@/domain/text'
import { refused } from '@/domain/verdict'
import type { SourceKind } from '@/domain/words'
import { whereBytesHeld, whereHeld } from './capture/queries'
import { badInput, refusal } from './fault'
import { enqueue } from './jobs'
import { keepBytes } from './keep-bytes'

/** Version of the way in: what a browser's textarea hands over, as UTF-8. */
const METHOD_VERSION = '1'
/** One source is captured anew now and then, not without end. */
const MOST_CAPTURES = 100

type Paste = {
  source: { id: string; kind: SourceKind }
  /** As received, checked by `captureText`. */
  text: string
  evenIfHeld: boolean
  actorId: string
  now: Date
}

/**
 * Makes a capture of a pasted text: the bytes as they came, the text by the one normalisation, SHA-256 of both.
 * The source's row is locked by the caller, or its own. @throws BAD_REQUEST at `text` where the desk holds the same
 */
export async function keepCapture(tx: Tx, { source, text, evenIfHeld, actorId, now }: Paste) {
  const normalised = normaliseCaptureText(text)
  const textSha256 = sha256Hex(normalised)
  await demandNew(tx, { text: textSha256 }, source.id, evenIfHeld)
  return writeCapture(tx, {
    sourceId: source.id,
    text: normalised,
    textSha256,
    bytesSha256: await keepBytes(tx, Buffer.from(text, 'utf8')),
    method: source.kind === 'own_work' ? 'note' : 'paste',
    methodVersion: METHOD_VERSION,
    mediaType: 'text/plain',
    pageStarts: null,
    actorId,
    now,
  })
}

type Read = Pick<
  typeof intake.$inferSelect,
  'kind' | 'text' | 'textSha256' | 'storedSha256' | 'mediaType' | 'parser' | 'pageStarts' | 'image'
>
type OfRead = { sourceId: string; read: Read; evenIfHeld: boolean; actorId: string; now: Date }

/**
 * Makes a capture of what was read of a page or a file; the store has its bytes, and the row that it was read into
 * holds them there. @throws BAD_REQUEST at `text` where the desk holds the same text, or the same picture
 */
export async function writeReadCapture(tx: Tx, { sourceId, read, evenIfHeld, actorId, now }: OfRead) {
  const { text, textSha256, storedSha256, mediaType } = read
  if (text === null || textSha256 === null || storedSha256 === null || mediaType === null)
    throw new Error('what was read is not whole')
  // Every picture has the same text: none.
  await demandNew(tx, read.image === null ? { text: textSha256 } : { bytes: storedSha256 }, sourceId, evenIfHeld)
  return writeCapture(tx, {
    sourceId,
    text,
    textSha256,
    bytesSha256: storedSha256,
    method: read.kind === 'url' ? 'fetch' : 'file',
    methodVersion: read.parser ?? '1',
    mediaType,
    pageStarts: read.pageStarts,
    actorId,
    now,
  })
}

type Row = typeof capture.$inferInsert
type Written = Pick<
  Row,
  'sourceId' | 'textSha256' | 'bytesSha256' | 'method' | 'methodVersion' | 'mediaType' | 'pageStarts'
> & { text: string; actorId: string; now: Date }

/** The next capture of a source, whose row is locked, or its writer's own. */
async function writeCapture(tx: Tx, { actorId, now, ...row }: Written) {
  const [held] = await tx.select({ captures: count() }).from(capture).where(eq(capture.sourceId, row.sourceId))
  const number = (held?.captures ?? 0) + 1
  if (number > MOST_CAPTURES)
    throw refusal(refused('capture.full', `A source has at most ${MOST_CAPTURES} captures.`, 'Add it as a new source.'))
  const id = randomUUID()
  await tx.insert(capture).values({
    id,
    number,
    ...row,
    textLength: codePointLength(row.text),
    normalisation: NORMALISATION_VERSION,
    capturedBy: actorId,
    capturedAt: now,
  })
  // One after another: each takes a second of work at most, and none of them is waited for.
  await enqueue(tx, 'suggest-lineage', { captureId: id }, { queue: 'lineage' })
  return { id, number, textSha256: row.textSha256 }
}

type Same = { text: string } | { bytes: string }

/** Two people who take in the same at once take turns, so that the second is told. */
async function demandNew(tx: Tx, same: Same, sourceId: string, evenIfHeld: boolean): Promise<void> {
  const sha256 = 'text' in same ? same.text : same.bytes
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`assay.text.${sha256}`}))`)
  if (evenIfHeld) return
  const held = await ('text' in same ? whereHeld(tx, same.text) : whereBytesHeld(tx, same.bytes))
  if (held === null) return
  const name = held.title === null ? (held.outlet ?? 'an untitled source') : `“${held.title}”`
  const where = held.sourceId === sourceId ? 'this source' : name
  const what = 'text' in same ? 'text' : 'file'
  const message = `This very ${what} is already held: capture ${held.captureNumber} of ${where}.`
  throw badInput([{ path: ['text'], message }], {
    refusal: refused('capture.held', message, `Use that source, or keep the ${what} a second time on purpose.`),
    current: { sourceId: held.sourceId, captureId: held.captureId },
  })
}
