import { randomUUID } from 'node:crypto'
import { count, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { capture } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import { codePointLength, normaliseCaptureText, NORMALISATION_VERSION } from '@/domain/text'
import { refused } from '@/domain/verdict'
import type { SourceKind } from '@/domain/words'
import { whereHeld } from './capture/queries'
import { badInput, refusal } from './fault'
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
  const bytes = Buffer.from(text, 'utf8')
  const normalised = normaliseCaptureText(text)
  const textSha256 = sha256Hex(normalised)
  // Two people pasting the same text at once take turns, so that the second is told.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`assay.text.${textSha256}`}))`)
  if (!evenIfHeld) await demandNew(tx, textSha256, source.id)
  const [held] = await tx.select({ captures: count() }).from(capture).where(eq(capture.sourceId, source.id))
  const number = (held?.captures ?? 0) + 1
  if (number > MOST_CAPTURES)
    throw refusal(refused('capture.full', `A source has at most ${MOST_CAPTURES} captures.`, 'Add it as a new source.'))
  const id = randomUUID()
  const bytesSha256 = await keepBytes(tx, bytes)
  await tx.insert(capture).values({
    id,
    sourceId: source.id,
    number,
    text: normalised,
    bytesSha256,
    textSha256,
    textLength: codePointLength(normalised),
    method: source.kind === 'own_work' ? 'note' : 'paste',
    methodVersion: METHOD_VERSION,
    normalisation: NORMALISATION_VERSION,
    capturedBy: actorId,
    capturedAt: now,
  })
  return { id, number, textSha256 }
}

async function demandNew(tx: Tx, textSha256: string, sourceId: string): Promise<void> {
  const held = await whereHeld(tx, textSha256)
  if (held === null) return
  const name = held.title === null ? (held.outlet ?? 'an untitled source') : `“${held.title}”`
  const where = held.sourceId === sourceId ? 'this source' : name
  const message = `This very text is already held: capture ${held.captureNumber} of ${where}.`
  throw badInput([{ path: ['text'], message }], {
    refusal: refused('capture.held', message, 'Use that source, or keep the text a second time on purpose.'),
    current: { sourceId: held.sourceId, captureId: held.captureId },
  })
}
