import { randomUUID } from 'node:crypto'
import type { Tx } from '@/db/client'
import { review } from '@/db/schema'
import type { ApproveRenditionInput, ReturnRenditionInput } from '@/domain/input/rendition'
import { can, type Actor } from '@/domain/policy'
import { renditionText } from '@/domain/rendition-document'
import { canApprove, canRequestChanges, stateAfterApproval } from '@/domain/review'
import { canStartFrom } from '@/domain/revision'
import type { ReviewDecision } from '@/domain/words'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { insertDraft, isTranslation, lockRevision, moveRevision } from '../revision/queries'
import { loadText, translationOf, type LoadedText } from './queries'
import { readAgain } from './read'

type Given = { actorId: string; decision: ReviewDecision; comment: string; now: Date }

const keep = (tx: Tx, { row, hash, document }: LoadedText, { actorId, decision, comment, now }: Given) =>
  tx.insert(review).values({
    id: randomUUID(),
    revisionId: row.id,
    accountId: actorId,
    decision,
    comment,
    snapshotHash: hash,
    snapshot: renditionText(document),
    decidedAt: now,
  })

/** Approval of exactly the translation that was read, by somebody who did not write it (rule 10). */
export const approveRendition = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, ApproveRenditionInput>) => {
    const row = await lockRevision(tx, input.revisionId, isTranslation)
    demand(can(actor, 'revision.review'))
    demand(canStartFrom('approve', row.state))
    const text = await loadText(tx, row)
    const { authors, approvalsNeeded } = text.gateInput
    const facts = { authors, state: row.state, snapshotHash: text.hash, approvalsNeeded }
    demand(canApprove({ ...facts, actorId: actor.id, reviews: text.reviews, seenHash: input.seenHash }))
    await keep(tx, text, { actorId: actor.id, decision: 'approve', comment: input.comment, now })
    const own = { accountId: actor.id, decision: 'approve' as const, snapshotHash: text.hash }
    const next = stateAfterApproval({ ...facts, reviews: [...text.reviews, own] })
    if (next !== row.state) await moveRevision(tx, row, next, {})
    await record('revision.approved', {
      subjectId: row.id,
      incidentId: row.incidentId,
      from: row.state,
      to: next,
      ...(input.comment === '' ? {} : { reason: input.comment }),
      detail: { language: text.language },
    })
    return readAgain(tx, actor, row.id)
  },
)

/** A reviewer sends a translation back; a new draft with the same words and authors is there at once. */
export const returnRendition = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, ReturnRenditionInput>) => {
    const row = await lockRevision(tx, input.revisionId, isTranslation)
    demand(can(actor, 'revision.review'))
    demand(canStartFrom('request_changes', row.state))
    const text = await loadText(tx, row)
    const { incidentId, state } = row
    demand(canRequestChanges({ actorId: actor.id, authors: text.gateInput.authors, state, comment: input.comment }))
    await keep(tx, text, { actorId: actor.id, decision: 'request_changes', comment: input.comment, now })
    await moveRevision(tx, row, 'changes_requested', { endedAt: now })
    const detail = { language: text.language }
    await record('revision.changes-requested', {
      subjectId: row.id,
      incidentId,
      from: state,
      to: 'changes_requested',
      reason: input.comment,
      detail,
    })
    const { document } = row
    const translation = translationOf(row)
    const id = await insertDraft(tx, { incidentId, before: row, document, translation, actorId: actor.id, now })
    await record('revision.drafted', { subjectId: id, incidentId, to: 'draft', detail })
    return readAgain(tx, actor, id)
  },
)
