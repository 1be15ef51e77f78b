import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { incident, incidentMember, slug } from '@/db/schema'
import type { createIncidentInput } from '@/domain/input/incident'
import { can, type Actor } from '@/domain/policy'
import { command } from '../command'
import { badInput, demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandKnown, writeLists } from './detail'
import { freeSlug } from './slug'

type Input = z.output<typeof createIncidentInput>

/** Whoever begins an incident is on it. */
export const createIncident = command<Input, WorkspaceView>(async ({ tx, actor, input, now, record, unchanged }) => {
  demand(can(actor, 'incident.create'))
  await demandKnown(tx, input)
  const id = input.id ?? randomUUID()
  const address = await freeSlug(tx, input.title)
  const values = {
    id,
    slug: address,
    title: input.title,
    type: input.type,
    occurred: input.occurred,
    placeId: input.placeId,
    createdBy: actor.id,
    createdAt: now,
    updatedAt: now,
  }
  const made = await tx
    .insert(incident)
    .values(values)
    .onConflictDoNothing({ target: incident.id })
    .returning({ id: incident.id })
  if (made.length === 0) {
    unchanged()
    return demandSame(tx, actor, { ...input, id })
  }
  await tx.insert(slug).values({ slug: address, incidentId: id, createdAt: now })
  await tx.insert(incidentMember).values({ incidentId: id, accountId: actor.id })
  await writeLists(tx, id, input)
  await record('incident.created', { subjectId: id, incidentId: id, to: 'open', detail: { title: input.title } })
  return readWorkspace(tx, actor, id)
})

/**
 * The incident that was begun under this id, when all that is said of it now was said then.
 * @throws BAD_REQUEST where it was said otherwise, or by somebody else
 */
async function demandSame(tx: Tx, actor: Actor, input: Input & { id: string }): Promise<WorkspaceView> {
  const [there] = await tx.select({ by: incident.createdBy }).from(incident).where(eq(incident.id, input.id))
  if (there?.by !== actor.id) throw badInput([{ path: ['id'], message: 'This id is taken.' }])
  const view = await readWorkspace(tx, actor, input.id)
  const { title, type, occurred, place, parties, tags } = view.incident
  const said = [title, type, occurred, place?.id ?? null, parties.map((party) => party.id).toSorted(), tags.toSorted()]
  const again = [
    input.title,
    input.type,
    input.occurred,
    input.placeId,
    input.partyIds.toSorted(),
    input.tags.toSorted(),
  ]
  if (JSON.stringify(said) === JSON.stringify(again)) return view
  const message = `You have begun this incident already: it is on the desk as “${title}”. Change it there, or send this again to begin another.`
  throw badInput([{ path: ['title'], message }])
}
