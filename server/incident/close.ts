import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { claim, incident, incidentRelation, revision, round } from '@/db/schema'
import { canClose } from '@/domain/incident'
import type { closeIncidentInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { WORKING_STATES } from '@/domain/workflow'
import { command } from '../command'
import { badInput, demand, notFound } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandVersion, lockIncident, writeIncident } from './queries'

type Input = z.output<typeof closeIncidentInput>

export const closeIncident = command<Input, WorkspaceView>(async ({ tx, actor, input, now, record }) => {
  const row = await lockIncident(tx, input.id)
  demand(can(actor, 'incident.close'))
  demand(canClose({ state: row.state, ...(await workIn(tx, row.id)) }))
  await demandVersion(row, input.version, () => readWorkspace(tx, actor, row.id))
  if (input.duplicateOf !== null) await relateDuplicate(tx, row.id, input.duplicateOf)
  await writeIncident(tx, row, {
    state: 'closed',
    closeReason: input.closeReason,
    closeNote: input.note,
    updatedAt: now,
  })
  await record('incident.closed', {
    subjectId: row.id,
    incidentId: row.id,
    from: 'open',
    to: 'closed',
    reason: input.note,
    detail: { reason: input.closeReason },
  })
  return readWorkspace(tx, actor, row.id)
})

async function workIn(tx: Tx, incidentId: string) {
  const [openRound] = await tx
    .select({ id: round.id })
    .from(round)
    .innerJoin(claim, eq(claim.id, round.claimId))
    .where(and(eq(claim.incidentId, incidentId), eq(round.state, 'open')))
    .limit(1)
  const [working] = await tx
    .select({ id: revision.id })
    .from(revision)
    .where(and(eq(revision.incidentId, incidentId), inArray(revision.state, [...WORKING_STATES])))
    .limit(1)
  return { hasOpenRound: openRound !== undefined, hasWorkingRevision: working !== undefined }
}

async function relateDuplicate(tx: Tx, incidentId: string, otherId: string): Promise<void> {
  if (otherId === incidentId)
    throw badInput([{ path: ['duplicateOf'], message: 'An incident is not a duplicate of itself.' }])
  const [other] = await tx.select({ id: incident.id }).from(incident).where(eq(incident.id, otherId))
  if (!other) throw notFound('incident')
  await tx.insert(incidentRelation).values({ incidentId, otherId, kind: 'duplicate_of' }).onConflictDoNothing()
}
