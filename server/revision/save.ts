import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { evidence, revision } from '@/db/schema'
import { citationsOf } from '@/domain/citation'
import type { DocumentNode } from '@/domain/document'
import { canonicalJson } from '@/domain/hash'
import type { SaveRevisionInput } from '@/domain/input/revision'
import { can, type Actor } from '@/domain/policy'
import { canEdit } from '@/domain/revision'
import { command, type Scope } from '../command'
import { badInput, conflict, demand, refusal } from '../fault'
import { documentOf } from '../workspace/queries'
import { becomeAuthor, currentFacts, lockText, type RevisionRow } from './queries'
import type { StaleText } from './view'

/**
 * Autosave: the draft's text, if nobody was faster. Whoever saves becomes an author, also of a text left as it is:
 * so one stands behind a text that needs no change. One event an author and draft (rule 13).
 */
export const saveRevision = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, SaveRevisionInput>) => {
    const row = await lockText(tx, input.revisionId)
    demand(can(actor, 'revision.edit'))
    const editable = canEdit(row.state)
    if (!editable.allowed) throw refusal(editable, { current: await currentText(tx, row) })
    if (row.version !== input.version) throw conflict(await currentText(tx, row))
    await demandOwnEvidence(tx, row.incidentId, input.document)
    if (await becomeAuthor(tx, row.id, actor.id, now))
      await record('revision.edited', { subjectId: row.id, incidentId: row.incidentId, detail: {} })
    else unchanged()
    if (canonicalJson(documentOf(row)) === canonicalJson(input.document)) return { version: row.version }
    const [saved] = await tx
      .update(revision)
      .set({ document: input.document, version: row.version + 1, updatedAt: now, updatedBy: actor.id })
      .where(and(eq(revision.id, row.id), eq(revision.version, input.version), eq(revision.state, 'draft')))
      .returning({ version: revision.version })
    if (!saved) throw conflict(await currentText(tx, row))
    return saved
  },
)

/** What a stale write met: the text there is now, whose it is, and since when (rule 15). */
async function currentText(tx: Tx, row: RevisionRow): Promise<StaleText> {
  return { document: documentOf(row), ...(await currentFacts(tx, row)) }
}

/** Every citation is of this incident's evidence. @throws BAD_REQUEST at the citation's place in the text. */
async function demandOwnEvidence(tx: Tx, incidentId: string, document: DocumentNode): Promise<void> {
  const citations = citationsOf(document)
  const ids = [...new Set(citations.map((citation) => citation.evidenceId))]
  if (ids.length === 0) return
  const found = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(inArray(evidence.id, ids), eq(evidence.incidentId, incidentId)))
  const own = new Set(found.map((row) => row.id))
  const foreign = citations.filter((citation) => !own.has(citation.evidenceId))
  if (foreign.length === 0) return
  throw badInput(
    foreign.map((citation) => ({
      path: ['document', ...citation.path],
      message: `Citation ${citation.number} is not of this incident's evidence. Take it out.`,
    })),
  )
}
