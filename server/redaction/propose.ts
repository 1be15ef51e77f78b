import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { capture, incidentSource, publication, redaction, rendition } from '@/db/schema'
import type { ProposeRedactionInput, RedactionTarget } from '@/domain/input/redaction'
import { can, type Actor } from '@/domain/policy'
import { publicDocumentSchema } from '@/domain/snapshot-schema'
import { refused } from '@/domain/verdict'
import { command, type Scope } from '../command'
import { badInput, demand, notFound, refusal } from '../fault'
import { lockIncident } from '../incident/queries'
import { resultOf } from './result'

/** A lead asks that bytes go, for law or safety; nothing happens before a second editor confirms it (rule 12). */
export const proposeRedaction = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, ProposeRedactionInput>) => {
    const { incidentId, target, publicReason } = input
    await lockIncident(tx, incidentId)
    demand(can(actor, 'redaction.propose'))
    const publicationId = await requireTarget(tx, incidentId, target)
    await demandFirst(tx, target)
    const id = randomUUID()
    await tx.insert(redaction).values({
      id,
      kind: target.kind,
      incidentId,
      publicationId,
      captureId: target.kind === 'capture' ? target.captureId : null,
      renditionId: target.kind === 'translation' ? target.renditionId : null,
      byline: target.kind === 'byline' ? target.byline : null,
      publicReason,
      proposedBy: actor.id,
      proposedAt: now,
    })
    await record('redaction.proposed', {
      subjectId: id,
      incidentId,
      to: 'proposed',
      reason: publicReason,
      detail: { kind: target.kind },
    })
    return resultOf(tx, actor, incidentId)
  },
)

/**
 * The version that the target is or is in; null for a capture.
 * @throws NOT_FOUND, PRECONDITION_FAILED where it has gone already, BAD_REQUEST for a byline that is not there.
 */
async function requireTarget(tx: Tx, incidentId: string, target: RedactionTarget): Promise<string | null> {
  if (target.kind === 'capture') {
    const [row] = await tx
      .select({ isThere: isNotNull(capture.text).mapWith(Boolean) })
      .from(capture)
      .innerJoin(incidentSource, eq(incidentSource.sourceId, capture.sourceId))
      .where(and(eq(capture.id, target.captureId), eq(incidentSource.incidentId, incidentId)))
    if (!row) throw notFound('capture')
    if (!row.isThere) throw refusal(refused('redaction.done', 'This capture was redacted already.'))
    return null
  }
  if (target.kind === 'translation') return requireTranslation(tx, incidentId, target.renditionId)
  const [row] = await tx
    .select({ document: publication.document })
    .from(publication)
    .where(and(eq(publication.id, target.publicationId), eq(publication.incidentId, incidentId)))
  if (!row) throw notFound('publication')
  if (row.document === null) throw refusal(refused('redaction.done', 'This publication was redacted already.'))
  if (target.kind === 'publication') return target.publicationId
  const document = publicDocumentSchema.parse(JSON.parse(row.document))
  if (document.kind === 'account' && document.bylines.includes(target.byline)) return target.publicationId
  throw badInput([{ path: ['target', 'byline'], message: 'This version has no such byline.' }])
}

/** Of a translation alone: the version, which stays. What takes one back has no words but the lead's note, and stays too. */
async function requireTranslation(tx: Tx, incidentId: string, id: string): Promise<string> {
  const [row] = await tx
    .select({ publicationId: rendition.publicationId, document: rendition.document })
    .from(rendition)
    .where(and(eq(rendition.id, id), eq(rendition.incidentId, incidentId), isNotNull(rendition.revisionId)))
  if (!row) throw notFound('translation')
  if (row.document === null) throw refusal(refused('redaction.done', 'This translation was redacted already.'))
  return row.publicationId
}

/** One proposal a target at a time. */
async function demandFirst(tx: Tx, target: RedactionTarget): Promise<void> {
  const [standing] = await tx
    .select({ id: redaction.id })
    .from(redaction)
    .where(
      and(isNull(redaction.confirmedAt), isNull(redaction.declinedAt), eq(redaction.kind, target.kind), isOf(target)),
    )
    .limit(1)
  if (standing)
    throw refusal(
      refused('redaction.proposed', 'This is proposed already.', 'A second editor confirms or declines it.'),
    )
}

function isOf(target: RedactionTarget) {
  switch (target.kind) {
    case 'capture':
      return eq(redaction.captureId, target.captureId)
    case 'translation':
      return eq(redaction.renditionId, target.renditionId)
    case 'publication':
      return eq(redaction.publicationId, target.publicationId)
    case 'byline':
      return and(eq(redaction.publicationId, target.publicationId), eq(redaction.byline, target.byline))
  }
}
