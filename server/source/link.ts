import { eq } from 'drizzle-orm'
import { incidentSource, source } from '@/db/schema'
import type { LinkSourceInput } from '@/domain/input/source'
import { can, type Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { badInput, demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import { demandRoomForSource, isSourceOf } from './queries'

/** Takes a source that the desk has into another incident. */
export const linkSource = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, LinkSourceInput>) => {
    const { incidentId, sourceId } = input
    const incident = await lockIncident(tx, incidentId)
    demand(can(actor, 'source.edit'))
    const [found] = await tx.select({ title: source.title }).from(source).where(eq(source.id, sourceId))
    if (found === undefined) throw badInput([{ path: ['sourceId'], message: 'There is no such source.' }])
    demandOpen(incident)
    if (await isSourceOf(tx, incidentId, sourceId)) unchanged()
    else {
      await demandRoomForSource(tx, incidentId)
      await tx.insert(incidentSource).values({ incidentId, sourceId, addedAt: now })
      await record('source.linked', { subjectId: sourceId, incidentId, detail: { title: found.title } })
    }
    return readWorkspace(tx, actor, incidentId)
  },
)
