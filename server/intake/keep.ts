import type { KeepIntakeInput } from '@/domain/input/intake'
import { mayKeep } from '@/domain/intake'
import { can, canAnd, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { conflict, demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { demandParty } from '../source/queries'
import { readWorkspace } from '../workspace/queries'
import { keepSource } from './keep-source'
import { lockIntake, trayOf } from './queries'

/** Confirms what was read, as it was found or edited: a source with its capture, in one act and once. */
export const keepIntake = command(async ({ tx, actor, input, now, record }: Scope<Actor, KeepIntakeInput>) => {
  const { incidentId, id, version, evenIfHeld, ...facts } = input
  const incident = await lockIncident(tx, incidentId)
  const row = await lockIntake(tx, incidentId, id)
  demand(canAnd(actor, 'capture.create', can(actor, 'source.edit')))
  if (facts.newOutlet !== null && facts.outletId === null) demand(can(actor, 'party.edit'))
  demandOpen(incident)
  demand(mayKeep(row.state))
  if (row.version !== version) throw conflict(await trayOf(tx, actor, incident, now))
  await demandParty(tx, facts.outletId, ['outletId'])
  const kept = await keepSource(tx, { row, facts, evenIfHeld, ownerId: actor.id, now, record })
  return {
    ...kept,
    workspace: await readWorkspace(tx, actor, incidentId),
    tray: await trayOf(tx, actor, incident, now),
  }
})
