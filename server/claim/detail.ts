import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { claim, claimClaimant, incidentSource, party } from '@/db/schema'
import { mayClaim } from '@/domain/twice'
import { badInput, demand } from '../fault'

type Details = { claimantIds: string[]; firstSourceId: string | null }

/** @throws BAD_REQUEST at the field that names a party there is none of, or a source that is not of this incident. */
export async function demandKnown(tx: Tx, incidentId: string, { claimantIds, firstSourceId }: Details) {
  if (firstSourceId !== null) {
    const [found] = await tx
      .select({ sourceId: incidentSource.sourceId })
      .from(incidentSource)
      .where(and(eq(incidentSource.incidentId, incidentId), eq(incidentSource.sourceId, firstSourceId)))
    if (!found) throw badInput([{ path: ['firstSourceId'], message: 'This incident has no such source.' }])
  }
  if (claimantIds.length === 0) return
  const found = await tx.select({ id: party.id }).from(party).where(inArray(party.id, claimantIds))
  if (found.length < claimantIds.length) throw badInput([{ path: ['claimantIds'], message: 'There is no such party.' }])
}

/** Makes the claim's claimants these; was anything changed? */
export async function writeClaimants(tx: Tx, claimId: string, wanted: readonly string[]): Promise<boolean> {
  const before = await tx.select().from(claimClaimant).where(eq(claimClaimant.claimId, claimId))
  const known = before.map((row) => row.partyId)
  const gone = known.filter((id) => !wanted.includes(id))
  const come = wanted.filter((id) => !known.includes(id))
  if (gone.length > 0)
    await tx.delete(claimClaimant).where(and(eq(claimClaimant.claimId, claimId), inArray(claimClaimant.partyId, gone)))
  if (come.length > 0) await tx.insert(claimClaimant).values(come.map((partyId) => ({ claimId, partyId })))
  return gone.length + come.length > 0
}

/** @param ownId the claim that is to stand with this text; its incident is locked. @throws what `mayClaim` refuses */
export async function demandClaimedOnce(
  tx: Tx,
  { questionId, ownId, text }: Record<'questionId' | 'ownId' | 'text', string>,
) {
  const others = await tx
    .select({ text: claim.text })
    .from(claim)
    .where(and(eq(claim.questionId, questionId), ne(claim.id, ownId), isNull(claim.withdrawnAt)))
  demand(
    mayClaim(
      others.map((other) => other.text),
      text,
    ),
  )
}
