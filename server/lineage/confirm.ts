import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { lineage } from '@/db/schema'
import type { ConfirmLineageInput } from '@/domain/input/lineage'
import { canDrawLineage } from '@/domain/lineage'
import type { Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import type { Scope } from '../command'
import { command } from '../command'
import { badInput, demand, refusal } from '../fault'
import { readWorkspace } from '../workspace/queries'
import { edgeToDecide, writeDecision } from './decide'
import { edgesAround } from './queries'

/** From here on the two sources' own reporting is one origin, unless the one only quotes the other (rule 3). */
export const confirmLineage = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, ConfirmLineageInput>) => {
    const edge = await edgeToDecide(tx, actor, input)
    const ends = endsOf(edge, input)
    if (edge.state === 'confirmed') unchanged()
    else {
      const others = (await edgesAround(tx, [edge.sourceId, edge.ofId])).filter((other) => other.id !== edge.id)
      demand(canDrawLineage({ fromSourceId: ends.sourceId, toSourceId: ends.ofId, kind: ends.kind }, others))
      await demandOnce(tx, edge.id, ends)
      await writeDecision(tx, edge, { ...ends, state: 'confirmed', decidedBy: actor.id, decidedAt: now })
      await record('lineage.confirmed', {
        subjectId: edge.id,
        incidentId: input.incidentId,
        from: edge.state,
        to: 'confirmed',
        detail: { kind: ends.kind },
      })
    }
    return readWorkspace(tx, actor, input.incidentId)
  },
)

type Ends = Pick<typeof lineage.$inferSelect, 'sourceId' | 'ofId' | 'kind'>

/** What is confirmed: the edge as it stands, or as whoever confirms it puts it right. @throws BAD_REQUEST */
function endsOf({ sourceId, ofId, kind }: Ends, { as }: ConfirmLineageInput): Ends {
  if (as === undefined) return { sourceId, ofId, kind }
  if ([as.sourceId, as.ofId].toSorted().join() !== [sourceId, ofId].toSorted().join())
    throw badInput([{ path: ['as', 'sourceId'], message: 'These are other sources.' }])
  return as
}

/** Put right, it may be one that there is already. @throws PRECONDITION_FAILED */
async function demandOnce(tx: Tx, id: string, { sourceId, ofId, kind }: Ends): Promise<void> {
  const [same] = await tx
    .select({ id: lineage.id })
    .from(lineage)
    .where(and(eq(lineage.sourceId, sourceId), eq(lineage.ofId, ofId), eq(lineage.kind, kind), ne(lineage.id, id)))
  if (same !== undefined)
    throw refusal(refused('lineage.once', 'This connection is already drawn.', 'Confirm or reject the one there is.'))
}
