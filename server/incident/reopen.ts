import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { incident } from '@/db/schema'
import { canReopen } from '@/domain/incident'
import type { reopenIncidentInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandVersion, lockIncident } from './queries'

export const reopenIncident = command<z.output<typeof reopenIncidentInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record }) => {
    const row = await lockIncident(tx, input.id)
    demand(can(actor, 'incident.reopen'))
    demand(canReopen(row.state))
    await demandVersion(row, input.version, () => readWorkspace(tx, actor, row.id))
    await tx
      .update(incident)
      .set({ state: 'open', closeReason: null, closeNote: null, updatedAt: now, version: row.version + 1 })
      .where(eq(incident.id, row.id))
    await record('incident.reopened', {
      subjectId: row.id,
      incidentId: row.id,
      from: 'closed',
      to: 'open',
      reason: input.note,
      detail: {},
    })
    return readWorkspace(tx, actor, row.id)
  },
)
