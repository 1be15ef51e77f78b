import type { WithdrawRevisionInput } from '@/domain/input/revision'
import { can, type Actor } from '@/domain/policy'
import { canWithdraw } from '@/domain/revision'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import { insertDraft, lockRevision, moveRevision } from './queries'

/** Takes a text back out of review; a new draft with the same text and authors is there at once. */
export const withdrawRevision = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, WithdrawRevisionInput>) => {
    const row = await lockRevision(tx, input.revisionId)
    demand(can(actor, 'revision.edit'))
    demand(canWithdraw({ state: row.state, reason: input.reason }))
    await moveRevision(tx, row, 'withdrawn', { endedAt: now, endReason: input.reason })
    const { incidentId } = row
    await record('revision.withdrawn', {
      subjectId: row.id,
      incidentId,
      from: row.state,
      to: 'withdrawn',
      reason: input.reason,
      detail: {},
    })
    const id = await insertDraft(tx, { incidentId, before: row, document: row.document, actorId: actor.id, now })
    await record('revision.drafted', { subjectId: id, incidentId, to: 'draft', detail: {} })
    return readWorkspace(tx, actor, incidentId)
  },
)
