import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { account, capture, captureFetch, captureImage } from '@/db/schema'
import type { ReadCaptureInput } from '@/domain/input/capture'
import { can, type Actor } from '@/domain/policy'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { passagesOfEarlier, requireCapture, standingExclusions } from './queries'

type Read = { db: Db; actor: Actor; input: ReadCaptureInput }

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
      pageStarts: capture.pageStarts,
      fetched: {
        requestedUrl: captureFetch.requestedUrl,
        finalUrl: captureFetch.finalUrl,
        status: captureFetch.status,
        certificateSha256: captureFetch.certificateSha256,
        fetchedAt: captureFetch.fetchedAt,
      },
      image: { width: captureImage.width, height: captureImage.height, exif: captureImage.exif },
      method: capture.method,
      methodVersion: capture.methodVersion,
      normalisation: capture.normalisation,
      capturedAt: capture.capturedAt,
      capturedBy: account.name,
    })
    .from(capture)
    .innerJoin(account, eq(account.id, capture.capturedBy))
    .leftJoin(captureFetch, eq(captureFetch.captureId, capture.id))
    .leftJoin(captureImage, eq(captureImage.captureId, capture.id))
    .where(eq(capture.id, input.captureId))
  if (row === undefined) throw notFound('capture')
  return {
    ...row,
    sourceId,
    exclusions: await standingExclusions(db, row.id),
    earlier: row.text === null ? [] : await earlierOf(db, input.incidentId, { sourceId, number }, row.text),
  }
})

async function earlierOf(db: Db, incidentId: string, of: { sourceId: string; number: number }, text: string) {
  const passages = await passagesOfEarlier(db, incidentId, of, text)
  return passages.map(({ excerptId, captureId, captureNumber, exact, how, found, near }) => {
    return { excerptId, captureId, captureNumber, exact, how, found, near }
  })
}
