import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { side, sideParty } from '@/db/schema'
import type { setSidesInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand, notFound } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandParties } from './detail'
import { demandOpen, demandVersion, lockIncident, writeIncident } from './queries'

type Input = z.output<typeof setSidesInput>

/** Names the incident's camps and who belongs to which. Findings that this touches go stale (rule 8). */
export const setSides = command<Input, WorkspaceView>(async ({ tx, actor, input, now, record }) => {
  const row = await lockIncident(tx, input.id)
  demand(can(actor, 'incident.edit'))
  demandOpen(row)
  await demandVersion(row, input.version, () => readWorkspace(tx, actor, row.id))
  await demandParties(
    tx,
    input.sides.flatMap((wanted) => wanted.partyIds),
    ['sides'],
  )
  await writeSides(tx, row.id, input.sides)
  await writeIncident(tx, row, { updatedAt: now })
  await record('incident.changed', { subjectId: row.id, incidentId: row.id, detail: { changed: ['sides'] } })
  return readWorkspace(tx, actor, row.id)
})

/** A side keeps its id through a change of name: findings know it by that. */
async function writeSides(tx: Tx, incidentId: string, wanted: Input['sides']): Promise<void> {
  const before = await tx.select({ id: side.id }).from(side).where(eq(side.incidentId, incidentId))
  const known = new Set(before.map((row) => row.id))
  const kept = wanted.flatMap(({ id }) => (id === null ? [] : [id]))
  if (kept.some((id) => !known.has(id)) || new Set(kept).size < kept.length) throw notFound('side')
  await tx.delete(sideParty).where(eq(sideParty.incidentId, incidentId))
  const gone = before.flatMap(({ id }) => (kept.includes(id) ? [] : [id]))
  if (gone.length > 0) await tx.delete(side).where(inArray(side.id, gone))
  // Names are unique: two that change places pass through their ids.
  if (kept.length > 0)
    await tx
      .update(side)
      .set({ name: sql`${side.id}::text` })
      .where(inArray(side.id, kept))
  for (const { id, name, partyIds } of wanted) {
    const sideId = id ?? randomUUID()
    if (id === null) await tx.insert(side).values({ id: sideId, incidentId, name })
    else
      await tx
        .update(side)
        .set({ name })
        .where(and(eq(side.id, id), eq(side.incidentId, incidentId)))
    if (partyIds.length > 0)
      await tx.insert(sideParty).values(partyIds.map((partyId) => ({ incidentId, sideId, partyId })))
  }
}
