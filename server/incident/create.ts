import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { incident, incidentMember, slug } from '@/db/schema'
import type { createIncidentInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { command } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandKnown, writeLists } from './detail'
import { freeSlug } from './slug'

/** Whoever begins an incident is on it. */
export const createIncident = command<z.output<typeof createIncidentInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record }) => {
    demand(can(actor, 'incident.create'))
    await demandKnown(tx, input)
    const id = randomUUID()
    const address = await freeSlug(tx, input.title)
    await tx.insert(incident).values({
      id,
      slug: address,
      title: input.title,
      type: input.type,
      occurred: input.occurred,
      placeId: input.placeId,
      createdBy: actor.id,
      createdAt: now,
      updatedAt: now,
    })
    await tx.insert(slug).values({ slug: address, incidentId: id, createdAt: now })
    await tx.insert(incidentMember).values({ incidentId: id, accountId: actor.id })
    await writeLists(tx, id, input)
    await record('incident.created', { subjectId: id, incidentId: id, to: 'open', detail: { title: input.title } })
    return readWorkspace(tx, actor, id)
  },
)
