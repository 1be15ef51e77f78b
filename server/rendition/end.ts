import type { EndRenditionInput } from '@/domain/input/rendition'
import { can, type Actor } from '@/domain/policy'
import { canDiscard, canWithdraw } from '@/domain/revision'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { insertDraft, isTranslation, lockRevision, moveRevision } from '../revision/queries'
import { translationOf } from './queries'
import { readAgain } from './read'

/** Ends a draft. Its text stays on record, and the next in its language begins from it. */
export const discardRendition = command(async ({ tx, actor, input, now, record }: Scope<Actor, EndRenditionInput>) => {
  const row = await lockRevision(tx, input.revisionId, isTranslation)
  demand(can(actor, 'revision.edit'))
  demand(canDiscard({ state: row.state, reason: input.reason }))
  const { language } = translationOf(row)
  await moveRevision(tx, row, 'withdrawn', { endedAt: now, endReason: input.reason })
  await record('revision.discarded', {
    subjectId: row.id,
    incidentId: row.incidentId,
    from: row.state,
    to: 'withdrawn',
    reason: input.reason,
    detail: { language },
  })
  return readAgain(tx, actor, row.id)
})

/** Takes a text back out of review; a new draft with the same words and authors is there at once. */
export const withdrawRendition = command(async ({ tx, actor, input, now, record }: Scope<Actor, EndRenditionInput>) => {
  const row = await lockRevision(tx, input.revisionId, isTranslation)
  demand(can(actor, 'revision.edit'))
  demand(canWithdraw({ state: row.state, reason: input.reason }))
  const translation = translationOf(row)
  const { language } = translation
  await moveRevision(tx, row, 'withdrawn', { endedAt: now, endReason: input.reason })
  const { incidentId, document } = row
  await record('revision.withdrawn', {
    subjectId: row.id,
    incidentId,
    from: row.state,
    to: 'withdrawn',
    reason: input.reason,
    detail: { language },
  })
  const id = await insertDraft(tx, { incidentId, before: row, document, translation, actorId: actor.id, now })
  await record('revision.drafted', { subjectId: id, incidentId, to: 'draft', detail: { language } })
  return readAgain(tx, actor, id)
})
