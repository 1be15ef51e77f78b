import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { incidentMember } from '@/db/schema'
import type { byId } from '@/domain/input/common'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { lockIncident } from './queries'

export const leaveIncident = command<z.output<typeof byId>, WorkspaceView>(
  async ({ tx, actor, input, record, unchanged }) => {
    const row = await lockIncident(tx, input.id)
    demand(can(actor, 'incident.edit'))
    const left = await tx
      .delete(incidentMember)
      .where(and(eq(incidentMember.incidentId, row.id), eq(incidentMember.accountId, actor.id)))
      .returning()
    if (left.length === 0) unchanged()
    else await record('incident.left', { subjectId: row.id, incidentId: row.id, detail: {} })
    return readWorkspace(tx, actor, row.id)
  },
)
