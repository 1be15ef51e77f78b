import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { notice, publication } from '@/db/schema'
import type { RetractInput } from '@/domain/input/publication'
import { can, type Actor } from '@/domain/policy'
import { publishedAfter } from '@/domain/publication'
import { buildRetraction, canonicalise, snapshotHash } from '@/domain/snapshot'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { lockIncident } from '../incident/queries'
import { isPublished, readWorkspace, requirePicture } from '../workspace/queries'

/** Takes an account back: a publication that holds a notice alone. Earlier versions stay, under a banner. */
export const retractAccount = command(async ({ tx, actor, input, now, record }: Scope<Actor, RetractInput>) => {
  await lockIncident(tx, input.incidentId)
  demand(can(actor, 'publication.retract'))
  const picture = await requirePicture(tx, input.incidentId, actor.id)
  demand(isPublished(picture))
  const { incident, team } = picture
  const document = buildRetraction(incident, team, input.note)
  const number = incident.publications.length + 1
  const id = randomUUID()
  await tx.insert(publication).values({
    id,
    incidentId: incident.id,
    number,
    revisionId: null,
    document: canonicalise(document),
    hash: snapshotHash(document),
    correctionKind: 'retraction',
    correctionNote: input.note,
    publishedBy: actor.id,
    publishedAt: publishedAfter(incident.publications[0]?.publishedAt, now),
  })
  const lifted = await tx
    .update(notice)
    .set({ liftedBy: actor.id, liftedAt: now, liftReason: 'The account was retracted.' })
    .where(and(eq(notice.incidentId, incident.id), isNull(notice.liftedAt)))
    .returning({ id: notice.id })
  const facts = { incidentId: incident.id, reason: input.note }
  await record('publication.retracted', { ...facts, subjectId: id, detail: { number } })
  for (const { id: noticeId } of lifted) await record('notice.lifted', { ...facts, subjectId: noticeId, detail: {} })
  return readWorkspace(tx, actor, incident.id)
})
