import { and, eq, isNull } from 'drizzle-orm'
import { evidence } from '@/db/schema'
import type { WithdrawEvidenceInput } from '@/domain/input/evidence'
import { can, type Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { demand, notFound } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import { lockEvidence, oneMore } from './queries'

/** The passage stays; that it bears on this claim, or is background here, is taken back. */
export const withdrawEvidence = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, WithdrawEvidenceInput>) => {
    const { incidentId, id, reason } = input
    const incident = await lockIncident(tx, incidentId)
    const found = await lockEvidence(tx, incidentId, id)
    if (found === null) throw notFound('evidence')
    demand(can(actor, 'evidence.edit'))
    demandOpen(incident)
    const withdrawn = await tx
      .update(evidence)
      .set({ withdrawnAt: now, withdrawnReason: reason, withdrawnBy: actor.id, version: oneMore })
      .where(and(eq(evidence.id, id), isNull(evidence.withdrawnAt)))
      .returning({ id: evidence.id })
    if (withdrawn.length === 0) unchanged()
    else await record('evidence.withdrawn', { subjectId: id, incidentId, reason, detail: { exact: found.exact } })
    return readWorkspace(tx, actor, incidentId)
  },
)
