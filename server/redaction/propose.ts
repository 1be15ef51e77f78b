import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { capture, incidentSource, publication, redaction } from '@/db/schema'
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
    await requireTarget(tx, incidentId, target)
    await demandFirst(tx, target)
    const id = randomUUID()
    await tx.insert(redaction).values({
      id,
      kind: target.kind,
      incidentId,
      publicationId: target.kind === 'capture' ? null : target.publicationId,
      captureId: target.kind === 'capture' ? target.captureId : null,
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

/** @throws NOT_FOUND, PRECONDITION_FAILED where it has gone already, BAD_REQUEST for a byline that is not there. */
async function requireTarget(tx: Tx, incidentId: string, target: RedactionTarget): Promise<void> {
  if (target.kind === 'capture') {
    const [row] = await tx
      .select({ isThere: isNotNull(capture.text).mapWith(Boolean) })
      .from(capture)
      .innerJoin(incidentSource, eq(incidentSource.sourceId, capture.sourceId))
      .where(and(eq(capture.id, target.captureId), eq(incidentSource.incidentId, incidentId)))
    if (!row) throw notFound('capture')
    if (!row.isThere) throw refusal(refused('redaction.done', 'This capture was redacted already.'))
    return
  }
  const [row] = await tx
    .select({ document: publication.document })
    .from(publication)
    .where(and(eq(publication.id, target.publicationId), eq(publication.incidentId, incidentId)))
  if (!row) throw notFound('publication')
  if (row.document === null) throw refusal(refused('redaction.done', 'This publication was redacted already.'))
  if (target.kind === 'publication') return
  const document = publicDocumentSchema.parse(JSON.parse(row.document))
  if (document.kind === 'account' && document.bylines.includes(target.byline)) return
  throw badInput([{ path: ['target', 'byline'], message: 'This version has no such byline.' }])
}

/** One proposal a target at a time. */
async function demandFirst(tx: Tx, target: RedactionTarget): Promise<void> {
  const [standing] = await tx
    .select({ id: redaction.id })
    .from(redaction)
    .where(
      and(
        isNull(redaction.confirmedAt),
        isNull(redaction.declinedAt),
        eq(redaction.kind, target.kind),
        target.kind === 'capture'
          ? eq(redaction.captureId, target.captureId)
          : eq(redaction.publicationId, target.publicationId),
        target.kind === 'byline' ? eq(redaction.byline, target.byline) : sql`true`,
      ),
    )
    .limit(1)
  if (standing)
    throw refusal(
      refused('redaction.proposed', 'This is proposed already.', 'A second editor confirms or declines it.'),
    )
}
