import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { round } from '@/db/schema'
import { claimStands } from '@/domain/incident'
import type { openRoundInput } from '@/domain/input/round'
import { can, isEditor } from '@/domain/policy'
import { canOpen, quorumOf } from '@/domain/round'
import { command } from '../command'
import { readSubject, lockClaim } from '../claim/queries'
import { conflict, demand } from '../fault'
import { demandOpen } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { readVoters } from './voters'

/** Fixes the quorum and the fingerprint; the claim's round before, open or revealed, is superseded. */
export const openRound = command<z.output<typeof openRoundInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record }) => {
    const { incident, claim } = await lockClaim(tx, input.claimId)
    demand(can(actor, 'round.open'))
    demandOpen(incident)
    demand(claimStands({ isWithdrawn: claim.withdrawnAt !== null }))
    const [last] = await tx.select().from(round).where(eq(round.claimId, claim.id)).orderBy(desc(round.number)).limit(1)
    if ((last?.id ?? null) !== input.lastRoundId) throw conflict(await readWorkspace(tx, actor, incident.id))
    const { fingerprint, evidenceCount } = await readSubject(tx, claim)
    demand(canOpen({ last: last ?? null, current: fingerprint, evidenceCount, reason: input.reason }))
    const { teamQuorum, accounts } = await readVoters(tx)
    const quorum = quorumOf(teamQuorum, accounts.filter(isEditor).length)
    if (last && last.state !== 'superseded') {
      await tx.update(round).set({ state: 'superseded', supersededAt: now }).where(eq(round.id, last.id))
      await record('round.superseded', {
        subjectId: last.id,
        incidentId: incident.id,
        from: last.state,
        to: 'superseded',
        detail: { claim: claim.text, number: last.number },
      })
    }
    const number = (last?.number ?? 0) + 1
    const reason = input.reason === '' ? null : input.reason
    const id = randomUUID()
    await tx.insert(round).values({
      id,
      claimId: claim.id,
      number,
      state: 'open',
      quorum,
      fingerprint,
      reason,
      openedBy: actor.id,
      openedAt: now,
    })
    await record('round.opened', {
      subjectId: id,
      incidentId: incident.id,
      to: 'open',
      reason,
      detail: { claim: claim.text, number, quorum },
    })
    return readWorkspace(tx, actor, incident.id)
  },
)
