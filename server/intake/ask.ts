import { randomUUID } from 'node:crypto'
import type { Tx } from '@/db/client'
import { intake } from '@/db/schema'
import { hostOf } from '@/domain/intake'
import type { AskFileInput, AskUrlInput } from '@/domain/input/intake'
import { can, canAnd, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { enqueue } from '../jobs'
import { keepBytes } from '../keep-bytes'
import { lockSource } from '../source/queries'
import { demandFetches, demandRoomForIntake } from './limits'
import { trayOf } from './queries'

/** What everything that is taken in demands. */
async function begin(tx: Tx, actor: Actor, input: { incidentId: string; forSourceId: string | null }) {
  const incident = await lockIncident(tx, input.incidentId)
  if (input.forSourceId !== null) await lockSource(tx, input.incidentId, input.forSourceId)
  demand(canAnd(actor, 'capture.create', can(actor, 'source.edit')))
  demandOpen(incident)
  await demandRoomForIntake(tx, incident.id)
  return incident
}

/** Asks for a page: it is fetched in the background, and waits to be confirmed. */
export const askUrl = command(async ({ tx, actor, input, now, record }: Scope<Actor, AskUrlInput>) => {
  const incident = await begin(tx, actor, input)
  await demandFetches(tx, actor.id, now)
  const id = randomUUID()
  await tx.insert(intake).values({ id, ...input, kind: 'url', state: 'waiting', askedBy: actor.id, askedAt: now })
  await record('intake.asked', {
    subjectId: id,
    incidentId: incident.id,
    detail: { kind: 'url', host: hostOf(input.url) },
  })
  await enqueue(tx, 'read-intake', { intakeId: id })
  return trayOf(tx, actor, incident, now)
})

type AskFile = AskFileInput & { bytes: Uint8Array }

/** Takes a file that was handed in: it is in the store before its row is there, and read in the background. */
export const askFile = command(async ({ tx, actor, input, now, record }: Scope<Actor, AskFile>) => {
  const { bytes, ...asked } = input
  const incident = await begin(tx, actor, input)
  const id = randomUUID()
  const row = { id, ...asked, kind: 'file', state: 'waiting', askedBy: actor.id, askedAt: now } as const
  const storedSha256 = await keepBytes(tx, bytes)
  await tx.insert(intake).values({ ...row, storedSha256, received: bytes.length, total: bytes.length })
  await record('intake.asked', { subjectId: id, incidentId: incident.id, detail: { kind: 'file', host: null } })
  await enqueue(tx, 'read-intake', { intakeId: id })
  return trayOf(tx, actor, incident, now)
})
