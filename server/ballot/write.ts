import { randomUUID } from 'node:crypto'
import { and, eq, sql, type Placeholder } from 'drizzle-orm'
import { ballot } from '@/db/schema'
import { statement } from '@/db/statement'
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

const CAST = ['level', 'reason', 'isReasonPublic', 'isRecusal'] as const
const MINE = ['roundId', 'accountId'] as const

const mine = (value: Record<(typeof MINE)[number], Placeholder>) =>
  and(eq(ballot.roundId, value.roundId), eq(ballot.accountId, value.accountId))

const insertBallot = statement('insert_ballot', ['id', ...MINE, ...CAST, 'castAt'], (db, values) =>
  db
    .insert(ballot)
    .values(values)
    .onConflictDoNothing({ target: [ballot.roundId, ballot.accountId] })
    .returning({ id: ballot.id }),
)

const lockBallot = statement('lock_ballot', MINE, (db, value) =>
  db.select({ isRecusal: ballot.isRecusal }).from(ballot).where(mine(value)).for('update'),
)

const updateBallot = statement('update_ballot', [...MINE, ...CAST], (db, value) =>
  db
    .update(ballot)
    .set({
      level: sql`${value.level}`,
      reason: sql`${value.reason}`,
      isReasonPublic: sql`${value.isReasonPublic}`,
      isRecusal: sql`${value.isRecusal}`,
    })
    .where(mine(value)),
)

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
  const own = { roundId: round.id, accountId: actor.id }
  const row = { ...cast, isRecusal }
  const [inserted] = await insertBallot(tx, { id: randomUUID(), ...own, ...row, castAt: now })
  let wasRecusal: boolean | null = null
  if (!inserted) {
    const [before] = await lockBallot(tx, own)
    wasRecusal = before?.isRecusal ?? null
    await updateBallot(tx, { ...own, ...row })
  }
  const kind = wasRecusal === isRecusal ? 'ballot.recast' : isRecusal ? 'ballot.recused' : 'ballot.cast'
  // The reason stays in the ballot: an event's would be read by everybody.
  await record(kind, { subjectId: round.id, incidentId: incident.id, detail: { claim: claim.text } })
  return readRound(tx, actor, { claim, roundId: round.id, subject })
}
