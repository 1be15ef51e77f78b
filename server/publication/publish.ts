import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { publication, review, revision } from '@/db/schema'
import { canPublish } from '@/domain/gate'
import type { PublishInput } from '@/domain/input/publication'
import { can, type Actor } from '@/domain/policy'
import { publishedAfter } from '@/domain/publication'
import { canStartFrom } from '@/domain/revision'
import { canonicalise } from '@/domain/snapshot'
import { changeText } from '@/domain/change-words'
import { ENGLISH } from '@/domain/english'
import { listChanges } from '@/domain/snapshot-diff'
import { approvalsFor } from '@/domain/review'
import { snapshotSchema, type Snapshot } from '@/domain/snapshot-schema'
import type { Refusal } from '@/domain/verdict'
import { command, type Scope } from '../command'
import { demand, refusal } from '../fault'
import { isOwnText, loadWorking, lockRevision, moveRevision, type RevisionRow } from '../revision/queries'
import { readWorkspace } from '../workspace/queries'

/**
 * Publishes exactly what was approved: the page is built anew behind the incident's lock, and refused with the list of
 * what changed where it is no longer that (rules 10 and 11).
 */
export const publishRevision = command(async ({ tx, actor, input, now, record }: Scope<Actor, PublishInput>) => {
  const row = await lockRevision(tx, input.revisionId)
  demand(can(actor, 'revision.publish'))
  demand(canStartFrom('publish', row.state))
  const { picture, snapshot, hash, gateInput } = await loadWorking(tx, actor, row.incidentId)
  const earlier = picture.incident.publications.length
  const verdict = canPublish({ ...gateInput, earlierPublications: earlier, correction: input.correction })
  if (!verdict.allowed) throw await explained(tx, row, { verdict, snapshot, hash })
  await supersede(tx, row, now)
  await moveRevision(tx, row, 'published', {})
  const number = earlier + 1
  await tx.insert(publication).values({
    id: randomUUID(),
    incidentId: row.incidentId,
    number,
    revisionId: row.id,
    document: canonicalise(snapshot),
    hash,
    correctionKind: input.correction?.kind ?? null,
    correctionNote: input.correction?.note ?? null,
    approvals: approvalsFor(hash, gateInput.reviews, gateInput.authors).length,
    publishedBy: actor.id,
    publishedAt: publishedAfter(picture.incident.publications[0]?.publishedAt, now),
  })
  await record('publication.published', {
    subjectId: row.id,
    incidentId: row.incidentId,
    from: row.state,
    to: 'published',
    ...(input.correction === null ? {} : { reason: input.correction.note }),
    detail: { number, kind: input.correction?.kind ?? null },
  })
  return readWorkspace(tx, actor, row.incidentId)
})

async function supersede(tx: Tx, next: RevisionRow, now: Date): Promise<void> {
  await tx
    .update(revision)
    .set({ state: 'superseded', endedAt: now })
    .where(and(eq(revision.incidentId, next.incidentId), isOwnText, eq(revision.state, 'published')))
}

type Built = { verdict: Refusal; snapshot: Snapshot; hash: string }

/** The refusal; where the page is no longer the one that was approved, with what changed in it. */
async function explained(tx: Tx, row: RevisionRow, { verdict, snapshot, hash }: Built) {
  if (verdict.rule !== 'gate.approval') return refusal(verdict)
  const reviews = await tx
    .select({ snapshot: review.snapshot, snapshotHash: review.snapshotHash })
    .from(review)
    .where(and(eq(review.revisionId, row.id), eq(review.decision, 'approve')))
    .orderBy(review.decidedAt, review.id)
  const approved = reviews.findLast((line) => line.snapshotHash !== hash && line.snapshot !== '')
  if (approved === undefined) return refusal(verdict)
  const changes = listChanges(snapshotSchema.parse(JSON.parse(approved.snapshot)), snapshot)
  return refusal(verdict, {
    issues: changes.map((one, index) => ({ path: ['changes', index], message: changeText(one, ENGLISH) })),
  })
}
