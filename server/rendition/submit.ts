import type { SubmitRenditionInput } from '@/domain/input/rendition'
import { can, type Actor } from '@/domain/policy'
import { isTranslated } from '@/domain/rendition-lack'
import { canSubmitBy } from '@/domain/revision'
import { command, type Scope } from '../command'
import { conflict, demand } from '../fault'
import { isTranslation, lockRevision, moveRevision } from '../revision/queries'
import { loadText } from './queries'
import { readAgain } from './read'

/** Freezes the translation as its submitter saw it and asks for its review: everything is in it that is in the original. */
export const submitRendition = command(
  async ({ tx, actor, input, now, record }: Scope<Actor, SubmitRenditionInput>) => {
    const row = await lockRevision(tx, input.revisionId, isTranslation)
    demand(can(actor, 'revision.submit'))
    const { language, text, gateInput } = await loadText(tx, row)
    demand(canSubmitBy({ actorId: actor.id, authors: gateInput.authors, state: row.state }))
    demand(isTranslated(gateInput.original, text))
    if (row.version !== input.version) throw conflict({ version: row.version })
    await moveRevision(tx, row, 'in_review', { submittedAt: now })
    await record('revision.submitted', {
      subjectId: row.id,
      incidentId: row.incidentId,
      from: row.state,
      to: 'in_review',
      detail: { language },
    })
    return readAgain(tx, actor, row.id)
  },
)
