import { eq, inArray, sql, type Placeholder } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { claim, finding, round, type FindingReason } from '@/db/schema'
import { statement } from '@/db/statement'
import type { Level } from '@/domain/levels'
import { notFound } from '../fault'
import { lockIncident } from '../incident/queries'

/** Who has voted in a round: visible to the desk. What they voted is not. */
export type Voter = { accountId: string; name: string; isSuspended: boolean; isRecusal: boolean }

export type OwnBallot = { level: Level | null; reason: string; isReasonPublic: boolean; isRecusal: boolean }

/** Of an open round alone: nobody asks who voted in one that is over, and 200 names a round are a lot to carry. */
const voters = sql<Voter[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'accountId', b.account_id, 'name', a.name, 'isSuspended', a.suspended_at is not null, 'isRecusal', b.is_recusal
  ) order by a.name, b.account_id), '[]'::jsonb)
  from ballot b join account a on a.id = b.account_id
  where b.round_id = ${round.id} and ${round.state} = 'open'
)`

const own = (viewerId: Placeholder) => sql<OwnBallot | null>`(
  select jsonb_build_object('level', b.level, 'reason', b.reason, 'isReasonPublic', b.is_reason_public, 'isRecusal', b.is_recusal)
  from ballot b where b.round_id = ${round.id} and b.account_id = ${viewerId}::uuid
)`

/** Of the claim's newest finding alone, which is the one that anybody is shown: 200 reasons a round are a lot to carry. */
const reasons = sql<FindingReason[] | null>`case when not exists (
  select from round later join finding f on f.round_id = later.id
  where later.claim_id = ${round.claimId} and later.number > ${round.number}
) then ${finding.reasons} end`

/**
 * No level and no reason of another's ballot is read here (rule 4): what a reveal made known stands in the finding,
 * unnamed. A round superseded before its reveal stays sealed for good.
 */
const columns = (viewerId: Placeholder) => ({
  id: round.id,
  claimId: round.claimId,
  number: round.number,
  state: round.state,
  quorum: round.quorum,
  fingerprint: round.fingerprint,
  reason: round.reason,
  openedAt: round.openedAt,
  revealedAt: round.revealedAt,
  voters,
  mine: own(viewerId),
  level: finding.level,
  spread: finding.spread,
  distribution: finding.distribution,
  reasons,
})

export type SeenRound = Awaited<ReturnType<typeof roundsOfIncident>>[number]

/** Rounds of one incident are few, but never read without a bound. */
const MOST_ROUNDS = 2_000

/** Every round of an incident's claims with its ballots as `viewerId` may know them; newest round first. */
export const roundsOfIncident = statement('picture_rounds', ['incidentId', 'viewerId'], (db, value) =>
  db
    .select(columns(value.viewerId))
    .from(round)
    .leftJoin(finding, eq(finding.roundId, round.id))
    .where(
      inArray(round.claimId, db.select({ id: claim.id }).from(claim).where(eq(claim.incidentId, value.incidentId))),
    )
    .orderBy(round.claimId, sql`${round.number} desc`)
    .limit(MOST_ROUNDS),
)

/** The same of these claims alone. */
export const roundsOfClaims = statement('rounds_of_claims', ['claimIds', 'viewerId'], (db, value) =>
  db
    .select(columns(value.viewerId))
    .from(round)
    .leftJoin(finding, eq(finding.roundId, round.id))
    .where(sql`${round.claimId} = any(${value.claimIds}::uuid[])`)
    .orderBy(round.claimId, sql`${round.number} desc`)
    .limit(MOST_ROUNDS),
)

const incidentOf = statement('incident_of_round', ['id'], (db, { id }) =>
  db
    .select({ incidentId: claim.incidentId })
    .from(round)
    .innerJoin(claim, eq(claim.id, round.claimId))
    .where(eq(round.id, id)),
)

const roundById = statement('round_by_id', ['id'], (db, { id }) =>
  db
    .select({ round, claim: { id: claim.id, text: claim.text, incidentId: claim.incidentId } })
    .from(round)
    .innerJoin(claim, eq(claim.id, round.claimId))
    .where(eq(round.id, id)),
)

/** A round with its claim and incident, locked from the widest to the narrowest. @throws NOT_FOUND */
export async function lockRound(tx: Tx, id: string, strength: 'no key update' | 'share') {
  const [known] = await incidentOf(tx, { id })
  if (!known) throw notFound('round')
  const incident = await lockIncident(tx, known.incidentId, strength)
  const [row] = await roundById(tx, { id })
  if (!row) throw notFound('round')
  return { incident, ...row }
}
