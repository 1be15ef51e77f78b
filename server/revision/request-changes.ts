import { randomUUID } from 'node:crypto'
import { review } from '@/db/schema'
import type { RequestChangesInput } from '@/domain/input/revision'
import { can, type Actor } from '@/domain/policy'
import { canRequestChanges } from '@/domain/review'
import { canStartFrom } from '@/domain/revision'
import { canonicalise } from '@/domain/snapshot'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import { insertDraft, loadWorking, lockRevision, moveRevision } from './queries'

/** A reviewer sends a text back; a new draft with the same text and authors is there at once. */
export const requestChanges = command(async ({ tx, actor, input, now, record }: Scope<Actor, RequestChangesInput>) => {
  const row = await lockRevision(tx, input.revisionId)
  demand(can(actor, 'revision.review'))
  demand(canStartFrom('request_changes', row.state))
  const { incidentId, state } = row
  const { hash, snapshot, gateInput } = await loadWorking(tx, actor, incidentId)
  demand(canRequestChanges({ actorId: actor.id, authors: gateInput.authors, state, comment: input.comment }))
  await tx.insert(review).values({
    id: randomUUID(),
    revisionId: row.id,
    accountId: actor.id,
    decision: 'request_changes',
    comment: input.comment,
    snapshotHash: hash,
    snapshot: canonicalise(snapshot),
    decidedAt: now,
  })
  await moveRevision(tx, row, 'changes_requested', { endedAt: now })
  await record('revision.changes-requested', {
    subjectId: row.id,
    incidentId,
    from: state,
    to: 'changes_requested',
    reason: input.comment,
    detail: {},
  })
  const id = await insertDraft(tx, { incidentId, before: row, document: row.document, actorId: actor.id, now })
  await record('revision.drafted', { subjectId: id, incidentId, to: 'draft', detail: {} })
  return readWorkspace(tx, actor, incidentId)
})
