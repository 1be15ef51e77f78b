import { and, eq, isNull } from 'drizzle-orm'
import { notice } from '@/db/schema'
import type { LiftNoticeInput } from '@/domain/input/publication'
import { can, type Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import { command, type Scope } from '../command'
import { demand, refusal } from '../fault'
import { lockIncident } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'

/** Ends a re-examination: the account stands as it was published. */
export const liftNotice = command(async ({ tx, actor, input, now, record }: Scope<Actor, LiftNoticeInput>) => {
  const { incidentId, reason } = input
  await lockIncident(tx, incidentId)
  demand(can(actor, 'publication.re-examine'))
  const [lifted] = await tx
    .update(notice)
    .set({ liftedBy: actor.id, liftedAt: now, liftReason: reason })
    .where(and(eq(notice.incidentId, incidentId), isNull(notice.liftedAt)))
    .returning({ id: notice.id })
  if (!lifted) throw refusal(refused('notice.none', 'It is not being re-examined.'))
  await record('notice.lifted', { subjectId: lifted.id, incidentId, reason, detail: {} })
  return readWorkspace(tx, actor, incidentId)
})
