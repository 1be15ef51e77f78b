import { and, desc, eq, lt } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { capture } from '@/db/schema'
import type { ReadCaptureInput } from '@/domain/input/capture'
import { can, type Actor } from '@/domain/policy'
import { query } from '../command'
import { compareCaptures } from '../compare-captures'
import { demand } from '../fault'
import { requireCapture } from './queries'

type Read = { db: Db; actor: Actor; input: ReadCaptureInput }

/** What a capture says otherwise than the one before it. */
export const compareCapture = query(async ({ db, actor, input }: Read) => {
  const { id, sourceId, number } = await requireCapture(db, input.incidentId, input.captureId)
  demand(can(actor, 'desk.read'))
  const columns = { id: capture.id, number: capture.number, method: capture.method, text: capture.text }
  const [own] = await db.select(columns).from(capture).where(eq(capture.id, id))
  const [earlier] = await db
    .select(columns)
    .from(capture)
    .where(and(eq(capture.sourceId, sourceId), lt(capture.number, number)))
    .orderBy(desc(capture.number))
    .limit(1)
  if (own === undefined || earlier === undefined) return { captureId: id, before: null, pasted: null, parts: null }
  const { text: _text, ...before } = earlier
  return { captureId: id, before, ...(await compareCaptures(db, earlier, own)) }
})
