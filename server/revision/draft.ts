import { and, eq } from 'drizzle-orm'
import { revision } from '@/db/schema'
import { emptyDocument } from '@/domain/document'
import type { DraftRevisionInput } from '@/domain/input/revision'
import { can, type Actor } from '@/domain/policy'
import { canDraft } from '@/domain/revision'
import { command, type Scope } from '../command'
import { demand } from '../fault'
import { lockIncident } from '../incident/queries'
import { documentOf, readWorkspace } from '../workspace/queries'
import { insertDraft, isOwnText, lastRevision } from './queries'

/** Begins a draft from the last text there is. It has the authors since the last publication, and no other yet. */
export const draftRevision = command(async ({ tx, actor, input, now, record }: Scope<Actor, DraftRevisionInput>) => {
  const incident = await lockIncident(tx, input.incidentId)
  demand(can(actor, 'revision.edit'))
  const rows = await tx
    .selectDistinct({ state: revision.state })
    .from(revision)
    .where(and(eq(revision.incidentId, incident.id), isOwnText))
  demand(canDraft({ incidentState: incident.state, states: rows.map((row) => row.state) }))
  const before = await lastRevision(tx, incident.id)
  const document = before ? documentOf(before) : emptyDocument
  const id = await insertDraft(tx, { incidentId: incident.id, before, document, actorId: actor.id, now })
  await record('revision.drafted', { subjectId: id, incidentId: incident.id, to: 'draft', detail: {} })
  return readWorkspace(tx, actor, incident.id)
})
