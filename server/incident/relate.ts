import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { incident, incidentRelation } from '@/db/schema'
import type { relateInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { command } from '../command'
import { badInput, demand, notFound } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandOpen, lockIncident } from './queries'

export const relateIncident = command<z.output<typeof relateInput>, WorkspaceView>(
  async ({ tx, actor, input, record, unchanged }) => {
    const row = await lockIncident(tx, input.id)
    demand(can(actor, 'incident.edit'))
    demandOpen(row)
    if (input.otherId === row.id)
      throw badInput([{ path: ['otherId'], message: 'An incident is not related to itself.' }])
    const [other] = await tx.select({ id: incident.id }).from(incident).where(eq(incident.id, input.otherId))
    if (!other) throw notFound('incident')
    const changed = await tx
      .insert(incidentRelation)
      .values({ incidentId: row.id, otherId: other.id, kind: input.kind })
      .onConflictDoNothing()
      .returning()
    if (changed.length === 0) unchanged()
    else
      await record('incident.changed', {
        subjectId: row.id,
        incidentId: row.id,
        detail: { changed: ['related incidents'] },
      })
    return readWorkspace(tx, actor, row.id)
  },
)
