import type { DiscardRevisionInput } from '@/domain/input/revision'
import { can, type Actor } from '@/domain/policy'
import { canDiscard } from '@/domain/revision'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import { lockRevision, moveRevision } from './queries'

/** Ends a draft. Its text stays on record, and the next draft begins from it. */
export const discardRevision = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, DiscardRevisionInput>) => {
    const row = await lockRevision(tx, input.revisionId)
    demand(can(actor, 'revision.edit'))
    demand(canDiscard({ state: row.state, reason: input.reason }))
    await moveRevision(tx, row, 'withdrawn', { endedAt: now, endReason: input.reason })
    await record('revision.discarded', {
      subjectId: row.id,
      incidentId: row.incidentId,
      from: row.state,
      to: 'withdrawn',
      reason: input.reason,
      detail: {},
    })
    return readWorkspace(tx, actor, row.incidentId)
  },
)
