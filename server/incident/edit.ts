import type { z } from 'zod'
import type { editIncidentInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandKnown, writeLists } from './detail'
import { demandOpen, demandVersion, lockIncident, writeIncident } from './queries'

export const editIncident = command<z.output<typeof editIncidentInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record, unchanged }) => {
    const row = await lockIncident(tx, input.id)
    demand(can(actor, 'incident.edit'))
    demandOpen(row)
    const current = () => readWorkspace(tx, actor, row.id)
    await demandVersion(row, input.version, current)
    await demandKnown(tx, input)
    const changed: string[] = []
    if (row.title !== input.title) changed.push('title')
    if (row.type !== input.type) changed.push('type')
    if (row.occurred !== input.occurred) changed.push('time')
    if (row.placeId !== input.placeId) changed.push('place')
    changed.push(...(await writeLists(tx, row.id, input)))
    if (changed.length === 0) {
      unchanged()
      return current()
    }
    await writeIncident(tx, row, {
      title: input.title,
      type: input.type,
      occurred: input.occurred,
      placeId: input.placeId,
      updatedAt: now,
    })
    await record('incident.changed', { subjectId: row.id, incidentId: row.id, detail: { changed } })
    return current()
  },
)
