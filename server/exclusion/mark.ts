import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { exclusion, excerpt } from '@/db/schema'
import { canExclude } from '@/domain/exclusion'
import type { MarkExclusionInput } from '@/domain/input/capture'
import { can, type Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import { lockCapture, MOST_EXCLUSIONS, standingExclusions } from '../capture/queries'
import type { Scope } from '../command'
import { command } from '../command'
import { demand } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'

/** Hides a passage that is not part of the article (a menu, advertising); the capture and its hashes stay. */
export const markExclusion = command(async ({ tx, actor, input, now, record }: Scope<Actor, MarkExclusionInput>) => {
  const { incidentId, captureId, start, end } = input
  const incident = await lockIncident(tx, incidentId)
  const capture = await lockCapture(tx, incidentId, captureId)
  demand(can(actor, 'source.edit'))
  demandOpen(incident)
  const touched = await tx
    .select({ start: excerpt.start, end: excerpt.end })
    .from(excerpt)
    .where(
      and(
        eq(excerpt.captureId, captureId),
        isNull(excerpt.withdrawnAt),
        lt(excerpt.start, end),
        gt(excerpt.end, start),
      ),
    )
    .limit(1)
  demand(canExclude(capture.textLength, { start, end }, touched))
  const before = await standingExclusions(tx, captureId)
  if (before.length >= MOST_EXCLUSIONS)
    demand(refused('exclusion.full', `A capture has at most ${MOST_EXCLUSIONS} such marks.`, 'Mark longer passages.'))
  const id = randomUUID()
  await tx.insert(exclusion).values({ id, captureId, start, end, createdBy: actor.id, createdAt: now })
  await record('exclusion.marked', { subjectId: id, incidentId, detail: { start, end } })
  return { captureId, exclusions: await standingExclusions(tx, captureId) }
})
