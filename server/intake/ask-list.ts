import { randomUUID } from 'node:crypto'
import { intake, intakeList } from '@/db/schema'
import type { AskListInput } from '@/domain/input/intake'
import { can, canAnd, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { badInput, demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { enqueue } from '../jobs'
import { demandRoomForSource } from '../source/queries'
import { demandFetches } from './limits'
import { parseList } from './list-lines'
import { trayOf } from './queries'

/** Takes in a list of addresses by itself. Its pages are read one after another, so that no site gets many at once. */
export const askList = command(async ({ tx, actor, input, now, record }: Scope<Actor, AskListInput>) => {
  const incident = await lockIncident(tx, input.incidentId)
  demand(canAnd(actor, 'capture.create', can(actor, 'source.edit'), can(actor, 'party.edit')))
  demandOpen(incident)
  const parsed = parseList(input.text)
  if (!parsed.ok) throw badInput([{ path: ['text'], message: parsed.message }])
  const wanted = parsed.lines.filter(({ wrong }) => wrong === null).length
  // Nothing is fetched that could not be kept.
  await demandRoomForSource(tx, incident.id, wanted)
  await demandFetches(tx, actor.id, now, wanted)
  const listId = randomUUID()
  const asked = { incidentId: incident.id, askedBy: actor.id, askedAt: now }
  await tx.insert(intakeList).values({ id: listId, name: input.name, ...asked })
  const rows = parsed.lines.map(({ line, url, wrong }) => ({
    id: randomUUID(),
    ...asked,
    kind: 'url' as const,
    listId,
    line,
    url,
    state: wrong === null ? ('waiting' as const) : ('failed' as const),
    refusalCode: wrong?.code ?? null,
    refusal: wrong?.message ?? null,
  }))
  await tx.insert(intake).values(rows)
  await record('intake.listed', { subjectId: listId, incidentId: incident.id, detail: { lines: rows.length } })
  for (const { id, state } of rows)
    if (state === 'waiting') await enqueue(tx, 'read-intake', { intakeId: id }, { queue: listId })
  return trayOf(tx, actor, incident, now)
})
