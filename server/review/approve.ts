import { randomUUID } from 'node:crypto'
import { review } from '@/db/schema'
import type { ApproveInput } from '@/domain/input/review'
import { can, type Actor } from '@/domain/policy'
import { canApprove, stateAfterApproval } from '@/domain/review'
import { canStartFrom } from '@/domain/revision'
import { canonicalise } from '@/domain/snapshot'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { loadWorking, lockRevision, moveRevision } from '../revision/queries'
import { readWorkspace } from '../workspace/queries'

/** Approval of exactly the page that was seen (rule 10); its hash and bytes are kept. */
export const approveRevision = command(async ({ tx, actor, input, now, record }: Scope<Actor, ApproveInput>) => {
  const row = await lockRevision(tx, input.revisionId)
  demand(can(actor, 'revision.review'))
  demand(canStartFrom('approve', row.state))
  const { picture, hash, snapshot, gateInput } = await loadWorking(tx, actor, row.incidentId)
  const { authors, reviews } = gateInput
  const approvalsNeeded = picture.team.approvals
  const facts = { authors, state: row.state, snapshotHash: hash, approvalsNeeded }
  demand(canApprove({ ...facts, actorId: actor.id, reviews, seenHash: input.seenHash }))
  await tx.insert(review).values({
    id: randomUUID(),
    revisionId: row.id,
    accountId: actor.id,
    decision: 'approve',
    comment: input.comment,
    snapshotHash: hash,
    snapshot: canonicalise(snapshot),
    decidedAt: now,
  })
  const own = { accountId: actor.id, decision: 'approve' as const, snapshotHash: hash }
  const next = stateAfterApproval({ ...facts, reviews: [...reviews, own] })
  if (next !== row.state) await moveRevision(tx, row, next, {})
  await record('revision.approved', {
    subjectId: row.id,
    incidentId: row.incidentId,
    from: row.state,
    to: next,
    ...(input.comment === '' ? {} : { reason: input.comment }),
    detail: {},
  })
  return readWorkspace(tx, actor, row.incidentId)
})
