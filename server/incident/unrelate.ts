import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { incidentRelation } from '@/db/schema'
import type { relateInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandOpen, lockIncident } from './queries'

export const unrelateIncident = command<z.output<typeof relateInput>, WorkspaceView>(
  async ({ tx, actor, input, record, unchanged }) => {
    const row = await lockIncident(tx, input.id)
    demand(can(actor, 'incident.edit'))
    demandOpen(row)
    const changed = await tx
      .delete(incidentRelation)
      .where(
        and(
          eq(incidentRelation.incidentId, row.id),
          eq(incidentRelation.otherId, input.otherId),
          eq(incidentRelation.kind, input.kind),
        ),
      )
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
