import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { intake } from '@/db/schema'
import { hostOf, mayCancel, type IntakeState } from '@/domain/intake'
import type { FailuresInput, ListIntakeInput, OfIntakeInput } from '@/domain/input/intake'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { lockIncident } from '../incident/queries'
import { dropStored, EMPTIED } from '../drop-intake'
import { lockIntake, requireList, trayOf } from './queries'

type Row = typeof intake.$inferSelect

/** Of what is taken off nothing is held, and that it was is told. */
async function takeOff({ tx, now, record }: Pick<Scope<Actor, unknown>, 'tx' | 'now' | 'record'>, row: Row) {
  await tx
    .update(intake)
    .set({ ...EMPTIED, state: 'cancelled', endedAt: now, version: sql`${intake.version} + 1` })
    .where(eq(intake.id, row.id))
  await dropStored(tx, row)
  await record('intake.cancelled', {
    subjectId: row.id,
    incidentId: row.incidentId,
    from: row.state,
    to: 'cancelled',
    detail: { host: hostOf(row.url) },
  })
}

/** Ends what waits or is read (the reading sees it within a second), and discards what was read or has failed. */
export const cancelIntake = command(async (scope: Scope<Actor, OfIntakeInput>) => {
  const { tx, actor, input, now } = scope
  const incident = await lockIncident(tx, input.incidentId)
  const row = await lockIntake(tx, input.incidentId, input.id)
  demand(can(actor, 'capture.create'))
  demand(mayCancel(row.state))
  await takeOff(scope, row)
  return trayOf(tx, actor, incident, now)
})

/** Discards at once whatever failed, lists apart: a tray that is full of it takes nothing more in. */
export const discardFailed = command(async (scope: Scope<Actor, ListIntakeInput>) => {
  const { tx, actor, input, now, unchanged } = scope
  const incident = await lockIncident(tx, input.incidentId)
  demand(can(actor, 'capture.create'))
  const failed = await tx
    .select()
    .from(intake)
    .where(and(eq(intake.incidentId, incident.id), isNull(intake.listId), eq(intake.state, 'failed')))
    .orderBy(asc(intake.id))
    .for('no key update')
  if (failed.length === 0) unchanged()
  for (const row of failed) await takeOff(scope, row)
  return trayOf(tx, actor, incident, now)
})

type OfList = Scope<Actor, FailuresInput>

async function endLines({ tx, actor, input, now, record, unchanged }: OfList, from: readonly IntakeState[]) {
  const incident = await lockIncident(tx, input.incidentId)
  await requireList(tx, input.incidentId, input.listId)
  demand(can(actor, 'capture.create'))
  const ended = await tx
    .update(intake)
    .set({ ...EMPTIED, state: 'cancelled', endedAt: now, version: sql`${intake.version} + 1` })
    .where(and(eq(intake.listId, input.listId), inArray(intake.state, [...from])))
    .returning({ id: intake.id })
  if (ended.length === 0) unchanged()
  else
    await record('intake.cancelled', {
      subjectId: input.listId,
      incidentId: incident.id,
      ...(from.includes('failed') && { from: 'failed' }),
      to: 'cancelled',
      detail: { host: null, lines: ended.length },
    })
  return trayOf(tx, actor, incident, now)
}

/** Ends what is left of a list; what was kept stays. */
export const cancelList = command((scope: OfList) => endLines(scope, ['waiting', 'reading']))

/** Takes what failed of a list off the tray; the lines keep why they failed. */
export const discardList = command((scope: OfList) => endLines(scope, ['failed']))
