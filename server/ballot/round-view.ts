import type { Reader } from '@/db/client'
import type { Actor } from '@/domain/policy'
import type { Subject } from '../claim/queries'
import { notFound } from '../fault'
import { roundsOfClaims } from '../round/queries'
import { roundViewOf } from '../workspace/queries'
import type { RoundView } from '../workspace/view'

/** One open round as `actor` may see it, from the rounds of its claim alone. */
export async function readRound(
  reader: Reader,
  actor: Actor,
  { claim, roundId, subject }: { claim: { id: string }; roundId: string; subject: Subject },
): Promise<RoundView> {
  const rounds = await roundsOfClaims(reader, { claimIds: [claim.id], viewerId: actor.id })
  const round = rounds.find((one) => one.id === roundId)
  if (!round) throw notFound('round')
  return roundViewOf({ rounds, fingerprint: subject.fingerprint, origins: subject.origins }, round, actor)
}
