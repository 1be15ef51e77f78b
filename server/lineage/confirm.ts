import type { ConfirmLineageInput } from '@/domain/input/lineage'
import { canDrawLineage } from '@/domain/lineage'
import type { Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import { edgeToDecide, writeDecision } from './decide'
import { edgesAround } from './queries'

/** From here on the two sources' own reporting is one origin, unless the one only quotes the other (rule 3). */
export const confirmLineage = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, ConfirmLineageInput>) => {
    const edge = await edgeToDecide(tx, actor, input)
    if (edge.state === 'confirmed') unchanged()
    else {
      const others = (await edgesAround(tx, [edge.sourceId, edge.ofId])).filter((other) => other.id !== edge.id)
      demand(canDrawLineage({ fromSourceId: edge.sourceId, toSourceId: edge.ofId, kind: edge.kind }, others))
      await writeDecision(tx, edge, { state: 'confirmed', decidedBy: actor.id, decidedAt: now })
      await record('lineage.confirmed', {
        subjectId: edge.id,
        incidentId: input.incidentId,
        from: edge.state,
        to: 'confirmed',
        detail: { kind: edge.kind },
      })
    }
    return readWorkspace(tx, actor, input.incidentId)
  },
)
