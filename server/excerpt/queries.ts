import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { excerpt } from '@/db/schema'
import { lockCapture } from '../capture/queries'
import { incidentsOnExcerpt } from '../evidence/queries'
import { conflict, notFound } from '../fault'
import { lockIncidents } from '../lineage/queries'

/**
 * An excerpt with every incident in which something rests on it, and its capture, locked in that order. Evidence is
 * attached under the capture's lock, so none can join in between unseen. @throws NOT_FOUND, CONFLICT
 */
export async function lockExcerpt(tx: Tx, incidentId: string, excerptId: string) {
  const before = await incidentsOnExcerpt(tx, excerptId)
  const incident = await lockIncidents(tx, incidentId, before)
  const [found] = await tx.select().from(excerpt).where(eq(excerpt.id, excerptId))
  if (found === undefined || !before.includes(incidentId)) throw notFound('excerpt')
  await lockCapture(tx, incidentId, found.captureId)
  const after = await incidentsOnExcerpt(tx, excerptId)
  if (after.some((id) => !before.includes(id))) throw conflict()
  return { incident, excerpt: found }
}
