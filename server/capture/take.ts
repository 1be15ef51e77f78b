import type { TakeCaptureInput } from '@/domain/input/capture'
import { can, type Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { keepCapture } from '../keep-capture'
import { lockSource } from '../source/queries'
import { readWorkspace } from '../workspace/queries'

/** Another capture of a source: to read it again is never to change what was read before (rule 2). */
export const takeCapture = command(async ({ tx, actor, input, now, record }: Scope<Actor, TakeCaptureInput>) => {
  const { incidentId, sourceId, text, evenIfHeld } = input
  const incident = await lockIncident(tx, incidentId)
  const source = await lockSource(tx, incidentId, sourceId)
  demand(can(actor, 'capture.create'))
  demandOpen(incident)
  const { id, textSha256 } = await keepCapture(tx, { source, text, evenIfHeld, actorId: actor.id, now })
  await record('capture.taken', { subjectId: id, incidentId, detail: { textSha256 } })
  return readWorkspace(tx, actor, incidentId)
})
