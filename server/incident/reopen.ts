import type { z } from 'zod'
import { canReopen } from '@/domain/incident'
import type { reopenIncidentInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandVersion, lockIncident, writeIncident } from './queries'

export const reopenIncident = command<z.output<typeof reopenIncidentInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record }) => {
    const row = await lockIncident(tx, input.id)
    demand(can(actor, 'incident.reopen'))
    demand(canReopen(row.state))
    await demandVersion(row, input.version, () => readWorkspace(tx, actor, row.id))
    await writeIncident(tx, row, { state: 'open', closeReason: null, closeNote: null, updatedAt: now })
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
