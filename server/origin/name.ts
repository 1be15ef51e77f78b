import type { NameOriginInput } from '@/domain/input/origin'
import { can, type Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import { insertOrigin } from './queries'

export const nameOrigin = command(async ({ tx, actor, input, now, record }: Scope<Actor, NameOriginInput>) => {
  const { incidentId, ...facts } = input
  const incident = await lockIncident(tx, incidentId)
  demand(can(actor, 'evidence.edit'))
  demandOpen(incident)
  const id = await insertOrigin(tx, incidentId, facts, now)
  await record('origin.named', { subjectId: id, incidentId, detail: { channel: facts.channel } })
  return readWorkspace(tx, actor, incidentId)
})
