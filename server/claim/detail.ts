import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { claimClaimant, incidentSource, party } from '@/db/schema'
import { badInput } from '../fault'

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
