import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { redaction } from '@/db/schema'
import { notFound } from '../fault'
import { lockIncident } from '../incident/queries'

export type RedactionRow = typeof redaction.$inferSelect & { incidentId: string }

/** A proposal, its incident locked before it. @throws NOT_FOUND */
export async function lockRedaction(tx: Tx, id: string): Promise<RedactionRow> {
  const [known] = await tx.select({ incidentId: redaction.incidentId }).from(redaction).where(eq(redaction.id, id))
  if (!known?.incidentId) throw notFound('proposal')
  await lockIncident(tx, known.incidentId)
  const [row] = await tx.select().from(redaction).where(eq(redaction.id, id)).for('no key update')
  if (!row) throw notFound('proposal')
  return { ...row, incidentId: known.incidentId }
}
