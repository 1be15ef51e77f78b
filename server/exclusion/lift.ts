import { and, eq, isNull } from 'drizzle-orm'
import { exclusion } from '@/db/schema'
import type { LiftExclusionInput } from '@/domain/input/capture'
import { can, type Actor } from '@/domain/policy'
import { lockCapture, standingExclusions } from '../capture/queries'
import type { Scope } from '../command'
import { command } from '../command'
import { demand, notFound } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'

/** Shows a passage again that was marked as not part of the article. */
export const liftExclusion = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, LiftExclusionInput>) => {
    const { incidentId, id } = input
    const incident = await lockIncident(tx, incidentId)
    const [found] = await tx.select().from(exclusion).where(eq(exclusion.id, id))
    if (found === undefined) throw notFound('mark')
    const { captureId, start, end } = found
    await lockCapture(tx, incidentId, captureId)
    demand(can(actor, 'source.edit'))
    demandOpen(incident)
    const lifted = await tx
      .update(exclusion)
      .set({ liftedAt: now })
      .where(and(eq(exclusion.id, id), isNull(exclusion.liftedAt)))
      .returning({ id: exclusion.id })
    if (lifted.length === 0) unchanged()
    else await record('exclusion.lifted', { subjectId: id, incidentId, detail: { start, end } })
    return { captureId, exclusions: await standingExclusions(tx, captureId) }
  },
)
