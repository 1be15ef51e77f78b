import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { account, redaction } from '@/db/schema'
import { incidentsOfCapture } from '../capture/queries'
import { notFound } from '../fault'
import { lockIncidents } from '../lineage/queries'
import { isStanding, proposerColumns } from './proposer'

export type RedactionRow = typeof redaction.$inferSelect & {
  incidentId: string
  /** Whoever proposed it, as they are now: neither their role nor a suspension changes before this ends. */
  isProposerStanding: boolean
  /** Its own, and of a capture every incident that may quote it. */
  lockedIncidentIds: string[]
}

/**
 * A proposal, its incident locked before it; of a capture every incident that its source serves, so that what another
 * is about to publish waits, and then sees the passages withdrawn. @throws NOT_FOUND
 */
export async function lockRedaction(tx: Tx, id: string): Promise<RedactionRow> {
  const [known] = await tx
    .select({ incidentId: redaction.incidentId, captureId: redaction.captureId })
    .from(redaction)
    .where(eq(redaction.id, id))
  if (!known?.incidentId) throw notFound('proposal')
  const { incidentId, captureId } = known
  const others = captureId === null ? [] : await incidentsOfCapture(tx, captureId)
  await lockIncidents(tx, incidentId, others)
  const [row] = await tx.select().from(redaction).where(eq(redaction.id, id)).for('no key update')
  if (!row) throw notFound('proposal')
  const proposer = await tx.select(proposerColumns).from(account).where(eq(account.id, row.proposedBy)).for('key share')
  const isProposerStanding = proposer.some(isStanding)
  return { ...row, incidentId, isProposerStanding, lockedIncidentIds: [...new Set([incidentId, ...others])] }
}
