import { citableEvidence } from '@/domain/gate'
import type { SubmitRevisionInput } from '@/domain/input/revision'
import { can, type Actor } from '@/domain/policy'
import { canStartFrom, canSubmit } from '@/domain/revision'
import { command, type Scope } from '../command'
import { conflict, demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import { loadWorking, lockRevision, moveRevision } from './queries'

/** Freezes the text as its submitter saw it and asks for its review (rules 9 and 10). */
export const submitRevision = command(async ({ tx, actor, input, now, record }: Scope<Actor, SubmitRevisionInput>) => {
  const row = await lockRevision(tx, input.revisionId)
  demand(can(actor, 'revision.submit'))
  demand(canStartFrom('submit', row.state))
  const { gateInput } = await loadWorking(tx, actor, row.incidentId)
  demand(
    canSubmit({
      actorId: actor.id,
      authors: gateInput.authors,
      state: row.state,
      doc: gateInput.revision.doc,
      validEvidenceIds: citableEvidence(gateInput.evidence),
    }),
  )
  if (row.version !== input.version) throw conflict({ version: row.version })
  await moveRevision(tx, row, 'in_review', { submittedAt: now })
  await record('revision.submitted', {
    subjectId: row.id,
    incidentId: row.incidentId,
    from: row.state,
    to: 'in_review',
    detail: {},
  })
  return readWorkspace(tx, actor, row.incidentId)
})
