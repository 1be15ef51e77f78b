import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { ballot } from '@/db/schema'
import type { Level } from '@/domain/levels'
import { can, type Actor } from '@/domain/policy'
import { canCast } from '@/domain/round'
import { readSubject } from '../claim/queries'
import type { Scope } from '../command'
import { demand } from '../fault'
import { lockRound } from '../round/queries'
import type { RoundView } from '../workspace/view'
import { readRound } from './round-view'

type Cast = { level: Level | null; reason: string; isReasonPublic: boolean }

/**
 * Casts, recasts or recuses. Voters run beside each other under a shared lock of the incident; a reveal, and whatever
 * changes the evidence, waits for them and they for it. A recast leaves a sealed event and no other trace (rule 4);
 * that somebody recused themselves, or votes after all, is visible as who has voted is.
 */
export async function writeBallot(
  { tx, actor, now, record }: Pick<Scope<Actor, unknown>, 'tx' | 'actor' | 'now' | 'record'>,
  roundId: string,
  cast: Cast,
): Promise<RoundView> {
  const { incident, round, claim } = await lockRound(tx, roundId, 'share')
  demand(can(actor, 'round.vote'))
  const subject = await readSubject(tx, claim)
  const { state, fingerprint } = round
  demand(canCast(cast, { state, fingerprint, current: subject.fingerprint, originsCount: subject.origins.count }))
  const isRecusal = cast.level === null
  const mine = and(eq(ballot.roundId, round.id), eq(ballot.accountId, actor.id))
  const row = { ...cast, isRecusal }
  const [inserted] = await tx
    .insert(ballot)
    .values({ id: randomUUID(), roundId: round.id, accountId: actor.id, ...row, castAt: now })
    .onConflictDoNothing({ target: [ballot.roundId, ballot.accountId] })
    .returning({ id: ballot.id })
  let wasRecusal: boolean | null = null
  if (!inserted) {
    const [before] = await tx.select({ isRecusal: ballot.isRecusal }).from(ballot).where(mine).for('update')
    wasRecusal = before?.isRecusal ?? null
    await tx.update(ballot).set(row).where(mine)
  }
  const kind = wasRecusal === isRecusal ? 'ballot.recast' : isRecusal ? 'ballot.recused' : 'ballot.cast'
  // The reason stays in the ballot: an event's would be read by everybody.
  await record(kind, { subjectId: round.id, incidentId: incident.id, detail: { claim: claim.text } })
  return readRound(tx, actor, { claim, roundId: round.id, subject })
}
