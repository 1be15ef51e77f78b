import { randomUUID } from 'node:crypto'
import { incidentSource, source } from '@/db/schema'
import type { AddSourceInput } from '@/domain/input/source'
import { can, type Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { keepCapture } from '../keep-capture'
import { readWorkspace } from '../workspace/queries'
import { demandParty, demandRoomForSource } from './queries'

/** A new source, and with a pasted text its first capture, in one act. */
export const addSource = command(async ({ tx, actor, input, now, record }: Scope<Actor, AddSourceInput>) => {
  const { incidentId, text, evenIfHeld, ...facts } = input
  const incident = await lockIncident(tx, incidentId)
  demand(can(actor, 'source.edit'))
  if (text !== null) demand(can(actor, 'capture.create'))
  demandOpen(incident)
  await demandRoomForSource(tx, incidentId)
  await demandParty(tx, facts.outletId, ['outletId'])
  const id = randomUUID()
  await tx.insert(source).values({ id, ...facts, createdBy: actor.id, createdAt: now })
  await tx.insert(incidentSource).values({ incidentId, sourceId: id, addedAt: now })
  await record('source.added', { subjectId: id, incidentId, detail: { title: facts.title } })
  if (text !== null) {
    const paste = { source: { id, kind: facts.kind }, text, evenIfHeld, actorId: actor.id, now }
    const { id: subjectId, textSha256 } = await keepCapture(tx, paste)
    await record('capture.taken', { subjectId, incidentId, detail: { textSha256 } })
  }
  return readWorkspace(tx, actor, incidentId)
})
