import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { lineage } from '@/db/schema'
import type { DrawLineageInput } from '@/domain/input/lineage'
import { canDrawLineage } from '@/domain/lineage'
import { can, type Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import type { Scope } from '../command'
import { command } from '../command'
import { badInput, demand, refusal } from '../fault'
import { demandOpen } from '../incident/queries'
import { isSourceOf } from '../source/queries'
import { readWorkspace } from '../workspace/queries'
import { edgesAround, lockLineage, lockReached } from './queries'

/**
 * An edge between two sources of the incident, drawn by hand; with `confirm` it joins them at once (rule 3). One that the
 * program alone suggests becomes the editor's own.
 */
export const drawLineage = command(async ({ tx, actor, input, now, record }: Scope<Actor, DrawLineageInput>) => {
  const { incidentId, sourceId, ofId, kind, reason, confirm } = input
  await lockLineage(tx)
  const incident = await lockReached(tx, incidentId, [sourceId, ofId])
  demand(can(actor, 'lineage.edit'))
  await demandEnds(tx, input)
  demandOpen(incident)
  const others = await edgesAround(tx, [sourceId, ofId])
  demand(canDrawLineage({ fromSourceId: sourceId, toSourceId: ofId, kind }, others))
  const same = await sameEdge(tx, input)
  const isOnlyTheProgram = same?.state === 'suggested' && same.drawnBy === null
  if (same !== undefined && same.state !== 'rejected' && !isOnlyTheProgram)
    throw refusal(refused('lineage.once', 'This connection is already drawn.', 'Confirm or reject the one there is.'))
  const state = confirm ? ('confirmed' as const) : ('suggested' as const)
  const decided = { decidedBy: confirm ? actor.id : null, decidedAt: confirm ? now : null }
  const id = same?.id ?? randomUUID()
  if (same === undefined)
    await tx
      .insert(lineage)
      .values({ id, sourceId, ofId, kind, state, reason, drawnBy: actor.id, drawnAt: now, ...decided })
  else
    await tx
      .update(lineage)
      .set({ state, reason, drawnBy: actor.id, drawnAt: now, ...decided, version: sql`${lineage.version} + 1` })
      .where(eq(lineage.id, id))
  await record('lineage.drawn', {
    subjectId: id,
    incidentId,
    from: same?.state ?? null,
    to: state,
    reason,
    detail: { kind },
  })
  return readWorkspace(tx, actor, incidentId)
})

async function demandEnds(tx: Tx, { incidentId, sourceId, ofId }: DrawLineageInput): Promise<void> {
  const message = 'There is no such source in this incident.'
  if (!(await isSourceOf(tx, incidentId, sourceId))) throw badInput([{ path: ['sourceId'], message }])
  if (!(await isSourceOf(tx, incidentId, ofId))) throw badInput([{ path: ['ofId'], message }])
}

async function sameEdge(tx: Tx, { sourceId, ofId, kind }: DrawLineageInput) {
  const [row] = await tx
    .select({ id: lineage.id, state: lineage.state, drawnBy: lineage.drawnBy })
    .from(lineage)
    .where(and(eq(lineage.sourceId, sourceId), eq(lineage.ofId, ofId), eq(lineage.kind, kind)))
    .for('no key update')
  return row
}
