import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { revision } from '@/db/schema'
import type { BeginRenditionInput } from '@/domain/input/rendition'
import { can, type Actor } from '@/domain/policy'
import { canBegin } from '@/domain/rendition'
import { beginFrom } from '@/domain/rendition-begin'
import { command, type Scope } from '../command'
import { demand, refusal } from '../fault'
import { lockIncident } from '../incident/queries'
import { insertDraft, lastRevision, type RevisionRow } from '../revision/queries'
import { documentOf } from '../workspace/queries'
import { loadOriginal, newestAccount, translationOf } from './queries'
import { readAgain } from './read'

/** Begins a translation of what is published now, from the last text in that language (docs/decisions/0045). */
export const beginRendition = command(async ({ tx, actor, input, now, record }: Scope<Actor, BeginRenditionInput>) => {
  const incident = await lockIncident(tx, input.incidentId)
  demand(can(actor, 'revision.edit'))
  const { language } = input
  const rows = await tx
    .selectDistinct({ state: revision.state })
    .from(revision)
    .where(and(eq(revision.incidentId, incident.id), eq(revision.language, language)))
  const publicationId = await newestAccount(tx, incident.id)
  if (publicationId === null)
    throw refusal({ allowed: false, rule: 'rendition.none', because: 'Nothing of this incident is published.' })
  const { original, standing } = await loadOriginal(tx, publicationId)
  const states = rows.map(({ state }) => state)
  demand(canBegin({ incidentState: incident.state, states, language, original: original.language, standing }))
  const before = await lastRevision(tx, incident.id, language)
  const { doc, words } = beginFrom(original, ...(await earlierText(tx, before)))
  const id = await insertDraft(tx, {
    incidentId: incident.id,
    before,
    document: doc,
    translation: { translates: publicationId, language, words: { ...words } },
    actorId: actor.id,
    now,
  })
  await record('revision.drafted', { subjectId: id, incidentId: incident.id, to: 'draft', detail: { language } })
  return readAgain(tx, actor, id)
})

async function earlierText(
  tx: Tx,
  before: RevisionRow | null,
): Promise<[Parameters<typeof beginFrom>[1], Parameters<typeof beginFrom>[2]]> {
  if (before === null) return [null, null]
  const { translates, words } = translationOf(before)
  const { original } = await loadOriginal(tx, translates)
  return [original, { doc: documentOf(before), words }]
}
