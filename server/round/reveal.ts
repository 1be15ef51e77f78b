import { and, eq, ne, isNotNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { account, ballot, finding, round } from '@/db/schema'
import type { revealRoundInput } from '@/domain/input/round'
import { can } from '@/domain/policy'
import { canReveal, conclude, reasonsOf } from '@/domain/round'
import { readSubject } from '../claim/queries'
import { command } from '../command'
import { demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { lockRound } from './queries'

/** Ends the vote: levels and reasons become known to the desk, unnamed, and the finding is concluded from them. */
export const revealRound = command<z.output<typeof revealRoundInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record }) => {
    const found = await lockRound(tx, input.roundId, 'no key update')
    demand(can(actor, 'round.reveal'))
    const ballots = await readBallots(tx, found.round.id)
    const { fingerprint } = await readSubject(tx, found.claim)
    const { state, quorum } = found.round
    demand(canReveal({ state, quorum, fingerprint: found.round.fingerprint, current: fingerprint, ballots }))
    const conclusion = conclude(ballots)
    await tx
      .update(round)
      .set({ state: 'superseded', supersededAt: now })
      .where(and(eq(round.claimId, found.claim.id), eq(round.state, 'revealed'), ne(round.id, found.round.id)))
    await tx
      .update(round)
      .set({ state: 'revealed', revealedBy: actor.id, revealedAt: now })
      .where(and(eq(round.id, found.round.id), eq(round.state, 'open')))
    await tx.insert(finding).values({
      roundId: found.round.id,
      claimId: found.claim.id,
      ...conclusion,
      reasons: reasonsOf(ballots),
      concludedAt: now,
    })
    await record('round.revealed', {
      subjectId: found.round.id,
      incidentId: found.incident.id,
      from: 'open',
      to: 'revealed',
      detail: { claim: found.claim.text, number: found.round.number, level: conclusion.level },
    })
    return readWorkspace(tx, actor, found.incident.id)
  },
)

/**
 * Every ballot with its level: for the reveal itself and nothing else (rule 4). A suspension of one of the voters
 * comes before all of the reveal or after it.
 */
function readBallots(tx: Tx, roundId: string) {
  return tx
    .select({
      level: ballot.level,
      reason: ballot.reason,
      isReasonPublic: ballot.isReasonPublic,
      isSuspended: isNotNull(account.suspendedAt).mapWith(Boolean),
    })
    .from(ballot)
    .innerJoin(account, eq(account.id, ballot.accountId))
    .where(eq(ballot.roundId, roundId))
    .orderBy(account.id)
    .for('share', { of: account })
}
