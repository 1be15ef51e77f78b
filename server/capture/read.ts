import { and, asc, eq, lt } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { account, capture, captureImage, evidence, excerpt } from '@/db/schema'
import { findQuote } from '@/domain/anchor'
import type { ReadCaptureInput } from '@/domain/input/capture'
import { can, type Actor } from '@/domain/policy'
import { indexText } from '@/domain/text'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { requireCapture, standingExclusions } from './queries'

type Read = { db: Db; actor: Actor; input: ReadCaptureInput }

/** Passages that one incident quotes from one source; a read stops there. */
const MOST_PASSAGES = 3_000

/** One capture with its text: the only read that carries it. */
export const readCapture = query(async ({ db, actor, input }: Read) => {
  const { sourceId, number } = await requireCapture(db, input.incidentId, input.captureId)
  demand(can(actor, 'desk.read'))
  const [row] = await db
    .select({
      id: capture.id,
      number: capture.number,
      text: capture.text,
      textLength: capture.textLength,
      textSha256: capture.textSha256,
      bytesSha256: capture.bytesSha256,
      mediaType: capture.mediaType,
      image: { width: captureImage.width, height: captureImage.height, exif: captureImage.exif },
      method: capture.method,
      methodVersion: capture.methodVersion,
      normalisation: capture.normalisation,
      capturedAt: capture.capturedAt,
      capturedBy: account.name,
    })
    .from(capture)
    .innerJoin(account, eq(account.id, capture.capturedBy))
    .leftJoin(captureImage, eq(captureImage.captureId, capture.id))
    .where(eq(capture.id, input.captureId))
  if (row === undefined) throw notFound('capture')
  return {
    ...row,
    sourceId,
    exclusions: await standingExclusions(db, row.id),
    earlier: row.text === null ? [] : await passagesOfEarlier(db, input.incidentId, { sourceId, number }, row.text),
  }
})

/** Rule 2: what this incident quotes from earlier captures of the source, and whether this one still says it. */
async function passagesOfEarlier(db: Db, incidentId: string, of: { sourceId: string; number: number }, text: string) {
  const cited = await db
    .selectDistinctOn([excerpt.id], {
      excerptId: excerpt.id,
      captureId: excerpt.captureId,
      captureNumber: capture.number,
      exact: excerpt.exact,
      prefix: excerpt.prefix,
      suffix: excerpt.suffix,
      withdrawnAt: excerpt.withdrawnAt,
    })
    .from(excerpt)
    .innerJoin(capture, eq(capture.id, excerpt.captureId))
    .innerJoin(evidence, eq(evidence.excerptId, excerpt.id))
    .where(and(eq(capture.sourceId, of.sourceId), lt(capture.number, of.number), eq(evidence.incidentId, incidentId)))
    .orderBy(asc(excerpt.id))
    .limit(MOST_PASSAGES)
  if (cited.length === 0) return []
  const index = indexText(text)
  return cited
    .filter((passage) => passage.withdrawnAt === null)
    .map(({ prefix, suffix, withdrawnAt: _, ...passage }) => ({
      ...passage,
      found: findQuote(index, passage.exact, prefix, suffix),
    }))
}
