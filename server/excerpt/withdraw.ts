import { and, eq, isNull } from 'drizzle-orm'
import { excerpt } from '@/db/schema'
import type { WithdrawExcerptInput } from '@/domain/input/excerpt'
import { can, type Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import { lockExcerpt } from './queries'

/** Withdraws a passage, and with it whatever rests on it, in every incident. */
export const withdrawExcerpt = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, WithdrawExcerptInput>) => {
    const { incidentId, id, reason } = input
    const { incident, excerpt: found } = await lockExcerpt(tx, incidentId, id)
    demand(can(actor, 'excerpt.edit'))
    demandOpen(incident)
    const withdrawn = await tx
      .update(excerpt)
      .set({ withdrawnAt: now, withdrawnReason: reason, withdrawnBy: actor.id })
      .where(and(eq(excerpt.id, id), isNull(excerpt.withdrawnAt)))
      .returning({ id: excerpt.id })
    if (withdrawn.length === 0) unchanged()
    else await record('excerpt.withdrawn', { subjectId: id, incidentId, reason, detail: { exact: found.exact } })
    return readWorkspace(tx, actor, incidentId)
  },
)
