import { randomUUID } from 'node:crypto'
import { notice } from '@/db/schema'
import type { PutNoticeInput } from '@/domain/input/publication'
import { can, type Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import { command, type Scope } from '../command'
import { demand, refusal } from '../fault'
import { lockIncident } from '../incident/queries'
import { isPublished, readWorkspace, requirePicture } from '../workspace/queries'

/** Says in public that a published account is being re-examined, and why. */
export const putNotice = command(async ({ tx, actor, input, now, record }: Scope<Actor, PutNoticeInput>) => {
  await lockIncident(tx, input.incidentId)
  demand(can(actor, 'publication.re-examine'))
  const picture = await requirePicture(tx, input.incidentId, actor.id)
  demand(isPublished(picture))
  if (picture.incident.notices.length > 0)
    throw refusal(refused('notice.standing', 'It is being re-examined already.', 'Lift that notice first.'))
  const id = randomUUID()
  const { incidentId, reason } = input
  await tx.insert(notice).values({ id, incidentId, reason, begunBy: actor.id, begunAt: now })
  await record('notice.put', { subjectId: id, incidentId, reason, detail: {} })
  return readWorkspace(tx, actor, incidentId)
})
