import type { z } from 'zod'
import { incidentMember } from '@/db/schema'
import type { byId } from '@/domain/input/common'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { lockIncident } from './queries'

export const joinIncident = command<z.output<typeof byId>, WorkspaceView>(
  async ({ tx, actor, input, record, unchanged }) => {
    const row = await lockIncident(tx, input.id)
    demand(can(actor, 'incident.edit'))
    const joined = await tx
      .insert(incidentMember)
      .values({ incidentId: row.id, accountId: actor.id })
      .onConflictDoNothing()
      .returning()
    if (joined.length === 0) unchanged()
    else await record('incident.joined', { subjectId: row.id, incidentId: row.id, detail: {} })
    return readWorkspace(tx, actor, row.id)
  },
)
