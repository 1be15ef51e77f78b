import type { RejectLineageInput } from '@/domain/input/lineage'
import type { Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { readWorkspace } from '../workspace/queries'
import { edgeToDecide, writeDecision } from './decide'

/** The connection is not one; what was confirmed joins nothing any more. It can be drawn again. */
export const rejectLineage = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, RejectLineageInput>) => {
    const edge = await edgeToDecide(tx, actor, input)
    if (edge.state === 'rejected') unchanged()
    else {
      await writeDecision(tx, edge, { state: 'rejected', decidedBy: actor.id, decidedAt: now })
      await record('lineage.rejected', {
        subjectId: edge.id,
        incidentId: input.incidentId,
        from: edge.state,
        to: 'rejected',
        reason: input.reason,
        detail: { kind: edge.kind },
      })
    }
    return readWorkspace(tx, actor, input.incidentId)
  },
)
