import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import * as table from '@/db/schema'

/** What one bundle reads of each kind at most; beyond it an export would not end. */
const MOST = 20_000

/** Everything of an incident that its bundle lists; the texts and bytes of its captures come one at a time. */
export async function incidentRows(db: Reader, incidentId: string) {
  const sources = await db
    .select({ source: table.source, outlet: table.party.name })
    .from(table.incidentSource)
    .innerJoin(table.source, eq(table.source.id, table.incidentSource.sourceId))
    .leftJoin(table.party, eq(table.party.id, table.source.outletId))
    .where(eq(table.incidentSource.incidentId, incidentId))
    .orderBy(asc(table.incidentSource.addedAt), asc(table.source.id))
    .limit(MOST)
  const sourceIds = sources.map(({ source }) => source.id)
  return {
    sources,
    captures: await captureRows(db, sourceIds),
    passages: await passageRows(db, incidentId),
    lineage: await lineageRows(db, sourceIds),
    origins: await originRows(db, incidentId),
    publications: await publicationRows(db, incidentId),
  }
}

export type IncidentRows = Awaited<ReturnType<typeof incidentRows>>
export type CaptureRow = IncidentRows['captures'][number]

/** Without those that were redacted: of them nothing is left to bundle. */
function captureRows(db: Reader, sourceIds: string[]) {
  const { capture, captureFetch, captureImage, account } = table
  return db
    .select({
      id: capture.id,
      sourceId: capture.sourceId,
      number: capture.number,
      bytesSha256: capture.bytesSha256,
      textSha256: capture.textSha256,
      textLength: capture.textLength,
      mediaType: capture.mediaType,
      pageStarts: capture.pageStarts,
      method: capture.method,
      methodVersion: capture.methodVersion,
      normalisation: capture.normalisation,
      capturedAt: capture.capturedAt,
      capturedBy: account.name,
      fetch: captureFetch,
      image: captureImage,
    })
    .from(capture)
    .innerJoin(account, eq(account.id, capture.capturedBy))
    .leftJoin(captureFetch, eq(captureFetch.captureId, capture.id))
    .leftJoin(captureImage, eq(captureImage.captureId, capture.id))
    .where(and(inArray(capture.sourceId, sourceIds), isNotNull(capture.text)))
    .orderBy(asc(capture.sourceId), asc(capture.number))
    .limit(MOST)
}

function passageRows(db: Reader, incidentId: string) {
  const { evidence, excerpt, capture, claim, translation } = table
  return db
    .selectDistinctOn([evidence.createdAt, evidence.id], {
      evidenceId: evidence.id,
      originId: evidence.originId,
      stance: evidence.stance,
      claim: claim.text,
      withdrawn: evidence.withdrawnReason,
      excerpt,
      textSha256: capture.textSha256,
      translation,
    })
    .from(evidence)
    .innerJoin(excerpt, eq(excerpt.id, evidence.excerptId))
    .innerJoin(capture, eq(capture.id, excerpt.captureId))
    .leftJoin(claim, eq(claim.id, evidence.claimId))
    .leftJoin(translation, eq(translation.excerptId, excerpt.id))
    .where(and(eq(evidence.incidentId, incidentId), isNotNull(capture.text)))
    .orderBy(asc(evidence.createdAt), asc(evidence.id), asc(translation.createdAt), asc(translation.id))
    .limit(MOST)
}

function lineageRows(db: Reader, sourceIds: string[]) {
  const { lineage } = table
  return db
    .select({
      id: lineage.id,
      sourceId: lineage.sourceId,
      ofId: lineage.ofId,
      kind: lineage.kind,
      state: lineage.state,
      reason: lineage.reason,
    })
    .from(lineage)
    .where(or(inArray(lineage.sourceId, sourceIds), inArray(lineage.ofId, sourceIds)))
    .orderBy(asc(lineage.drawnAt), asc(lineage.id))
    .limit(MOST)
}

function originRows(db: Reader, incidentId: string) {
  const { origin, party } = table
  return db
    .select({
      id: origin.id,
      party: party.name,
      channel: origin.channel,
      mode: origin.mode,
      dated: origin.dated,
      firstSourceId: origin.firstSourceId,
    })
    .from(origin)
    .leftJoin(party, eq(party.id, origin.partyId))
    .where(eq(origin.incidentId, incidentId))
    .orderBy(asc(origin.createdAt), asc(origin.id))
    .limit(MOST)
}

function publicationRows(db: Reader, incidentId: string) {
  const { publication } = table
  return db
    .select({ number: publication.number, hash: publication.hash, document: publication.document })
    .from(publication)
    .where(and(eq(publication.incidentId, incidentId), isNotNull(publication.document)))
    .orderBy(asc(publication.number))
    .limit(MOST)
}
