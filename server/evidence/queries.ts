import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { claim, evidence, evidenceRelay, excerpt, party } from '@/db/schema'
import { refused } from '@/domain/verdict'
import { badInput, refusal } from '../fault'
import { MOST } from '../workspace/queries'

/** Incidents in which something rests on this excerpt. */
export async function incidentsOnExcerpt(reader: Reader, excerptId: string): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ id: evidence.incidentId })
    .from(evidence)
    .where(eq(evidence.excerptId, excerptId))
    .orderBy(evidence.incidentId)
    .limit(10_000)
  return rows.map((row) => row.id)
}

/** The claim that evidence bears on: of this incident, and standing. @throws BAD_REQUEST at `claimId` */
export async function demandClaim(tx: Tx, incidentId: string, claimId: string): Promise<{ text: string }> {
  const [row] = await tx
    .select({ text: claim.text, withdrawnAt: claim.withdrawnAt })
    .from(claim)
    .where(and(eq(claim.id, claimId), eq(claim.incidentId, incidentId)))
  if (row === undefined) throw badInput([{ path: ['claimId'], message: 'There is no such claim in this incident.' }])
  if (row.withdrawnAt !== null) throw badInput([{ path: ['claimId'], message: 'This claim was withdrawn.' }])
  return { text: row.text }
}

/** @throws BAD_REQUEST at the relay that is no party */
export async function demandRelays(tx: Tx, partyIds: readonly string[]): Promise<void> {
  if (partyIds.length === 0) return
  const rows = await tx
    .select({ id: party.id })
    .from(party)
    .where(inArray(party.id, [...partyIds]))
  const known = new Set(rows.map((row) => row.id))
  const at = partyIds.findIndex((id) => !known.has(id))
  if (at >= 0) throw badInput([{ path: ['relays', at], message: 'There is no such party.' }])
}

export async function demandRoomForEvidence(tx: Tx, incidentId: string): Promise<void> {
  const [row] = await tx.select({ held: count() }).from(evidence).where(eq(evidence.incidentId, incidentId))
  if ((row?.held ?? 0) < MOST.evidence) return
  throw refusal(
    refused(
      'incident.full',
      `An incident holds at most ${MOST.evidence} pieces of evidence.`,
      'Divide it into incidents that are part of a series.',
    ),
  )
}

/** One passage bears on one claim, and on the background, once. */
export async function demandNotAttached(
  tx: Tx,
  on: { incidentId: string; excerptId: string; claimId: string | null },
): Promise<void> {
  const [same] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.incidentId, on.incidentId),
        eq(evidence.excerptId, on.excerptId),
        on.claimId === null ? isNull(evidence.claimId) : eq(evidence.claimId, on.claimId),
        isNull(evidence.withdrawnAt),
      ),
    )
    .limit(1)
  if (same === undefined) return
  throw refusal(
    refused(
      'evidence.once',
      on.claimId === null ? 'This passage is background already.' : 'This passage bears on that claim already.',
      'Change that piece of evidence, or withdraw it first.',
    ),
  )
}

/** A piece of evidence of this incident, locked, with the words it quotes; null where there is none such. */
export async function lockEvidence(tx: Tx, incidentId: string, id: string) {
  const [row] = await tx
    .select({ evidence, exact: excerpt.exact, excerptWithdrawnAt: excerpt.withdrawnAt })
    .from(evidence)
    .innerJoin(excerpt, eq(excerpt.id, evidence.excerptId))
    .where(and(eq(evidence.id, id), eq(evidence.incidentId, incidentId)))
    .for('no key update', { of: evidence })
  return row ?? null
}

export async function relaysOf(tx: Tx, evidenceId: string): Promise<string[]> {
  const rows = await tx
    .select({ partyId: evidenceRelay.partyId })
    .from(evidenceRelay)
    .where(eq(evidenceRelay.evidenceId, evidenceId))
    .orderBy(evidenceRelay.position)
    .limit(100)
  return rows.map((row) => row.partyId)
}

export async function writeRelays(tx: Tx, evidenceId: string, partyIds: readonly string[]): Promise<void> {
  await tx.delete(evidenceRelay).where(eq(evidenceRelay.evidenceId, evidenceId))
  if (partyIds.length === 0) return
  await tx.insert(evidenceRelay).values(partyIds.map((partyId, position) => ({ evidenceId, position, partyId })))
}

export const oneMore = sql`${evidence.version} + 1`
