import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { excerpt } from '@/db/schema'
import { canExcerpt, makeAnchor, nearestPassage } from '@/domain/anchor'
import { indexText } from '@/domain/text'
import { refused } from '@/domain/verdict'
import { lockCapture, standingExclusions } from '../capture/queries'
import { badInput, demand, refusal } from '../fault'

type Passage = { captureId: string; start: number; end: number; exact: string }

/**
 * Rule 1: the passage as an excerpt; one that stands at that very place is used again. The capture is locked, so two
 * people cutting the same passage get the same excerpt. @throws BAD_REQUEST at `exact`, with the nearest passage
 */
export async function cutExcerpt(tx: Tx, incidentId: string, passage: Passage, by: { actorId: string; now: Date }) {
  const capture = await lockCapture(tx, incidentId, passage.captureId)
  if (capture.text === null)
    throw refusal(refused('capture.redacted', 'This capture was redacted; it can no longer be quoted.'))
  const index = indexText(capture.text)
  const { captureId, start, end, exact } = passage
  if (index.slice(start, end) !== exact) {
    const nearest = nearestPassage(index, exact)
    const message = 'This is not what stands at that place in the captured text.'
    throw badInput([{ path: ['exact'], message }], nearest === null ? {} : { nearest })
  }
  demand(canExcerpt(index, start, end, await standingExclusions(tx, captureId)))
  const [same] = await tx
    .select({ id: excerpt.id })
    .from(excerpt)
    .where(
      and(
        eq(excerpt.captureId, captureId),
        eq(excerpt.start, start),
        eq(excerpt.end, end),
        isNull(excerpt.withdrawnAt),
      ),
    )
    .limit(1)
  if (same !== undefined) return { id: same.id, isNew: false }
  const id = randomUUID()
  const anchor = makeAnchor(index, start, end)
  await tx.insert(excerpt).values({ id, captureId, ...anchor, createdBy: by.actorId, createdAt: by.now })
  return { id, isNew: true }
}
