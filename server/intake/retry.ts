import { eq, sql } from 'drizzle-orm'
import { intake } from '@/db/schema'
import { hostOf, mayRetry } from '@/domain/intake'
import type { OfIntakeInput } from '@/domain/input/intake'
import { can, canAnd, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { enqueue } from '../jobs'
import { demandFetches } from './limits'
import { lockIntake, trayOf } from './queries'

/** Tries once more what has failed. */
export const retryIntake = command(async ({ tx, actor, input, now, record }: Scope<Actor, OfIntakeInput>) => {
  const incident = await lockIncident(tx, input.incidentId)
  const row = await lockIntake(tx, input.incidentId, input.id)
  demand(canAnd(actor, 'capture.create', can(actor, 'source.edit')))
  demandOpen(incident)
  demand(mayRetry(row.state))
  if (row.kind === 'url') await demandFetches(tx, actor.id, now)
  await tx
    .update(intake)
    .set({ state: 'waiting', refusal: null, refusalCode: null, endedAt: null, version: sql`${intake.version} + 1` })
    .where(eq(intake.id, row.id))
  await record('intake.retried', {
    subjectId: row.id,
    incidentId: incident.id,
    from: row.state,
    to: 'waiting',
    detail: { host: hostOf(row.url) },
  })
  await enqueue(tx, 'read-intake', { intakeId: row.id }, { ...(row.listId !== null && { queue: row.listId }) })
  return trayOf(tx, actor, incident, now)
})
