import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { lineage } from '@/db/schema'
import { can, type Actor } from '@/domain/policy'
import type { LineageState } from '@/domain/words'
import { conflict, demand, notFound } from '../fault'
import { demandOpen } from '../incident/queries'
import { isSourceOf } from '../source/queries'
import { readWorkspace } from '../workspace/queries'
import { lineageById, lockLineage, lockReached } from './queries'

/** The edge that confirming and rejecting begin with, all it reaches locked. @throws NOT_FOUND, CONFLICT */
export async function edgeToDecide(tx: Tx, actor: Actor, input: { incidentId: string; id: string; version: number }) {
  await lockLineage(tx)
  const edge = await lineageById(tx, input.id)
  const incident = await lockReached(tx, input.incidentId, edge === null ? [] : [edge.sourceId, edge.ofId])
  if (edge === null || !(await touches(tx, input.incidentId, edge))) throw notFound('connection')
  demand(can(actor, 'lineage.edit'))
  demandOpen(incident)
  if (edge.version !== input.version) throw conflict(await readWorkspace(tx, actor, input.incidentId))
  return edge
}

async function touches(tx: Tx, incidentId: string, edge: { sourceId: string; ofId: string }): Promise<boolean> {
  return (await isSourceOf(tx, incidentId, edge.sourceId)) || (await isSourceOf(tx, incidentId, edge.ofId))
}

type Decision = { state: LineageState; decidedBy: string; decidedAt: Date } & Partial<
  Pick<typeof lineage.$inferSelect, 'sourceId' | 'ofId' | 'kind'>
>

export async function writeDecision(tx: Tx, edge: { id: string; version: number }, decision: Decision): Promise<void> {
  const written = await tx
    .update(lineage)
    .set({ ...decision, version: sql`${lineage.version} + 1` })
    .where(and(eq(lineage.id, edge.id), eq(lineage.version, edge.version)))
    .returning({ id: lineage.id })
  if (written.length === 0) throw conflict()
}
