import type { z } from 'zod'
import type { byId } from '@/domain/input/common'
import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'

/** The workspace: the whole incident as this person may see it, at one instant. */
export const getIncident = query<z.output<typeof byId>, WorkspaceView>(({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  return db.transaction((tx) => readWorkspace(tx, actor, input.id), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
})
