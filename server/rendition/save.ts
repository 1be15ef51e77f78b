import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { revision } from '@/db/schema'
import { parseDocument, type DocumentNode } from '@/domain/document'
import { canonicalJson } from '@/domain/hash'
import type { SaveRenditionInput } from '@/domain/input/rendition'
import { can, type Actor } from '@/domain/policy'
import { type Original } from '@/domain/rendition-document'
import { citationNumbers, linesOf, readLine, textBlocks, withBlocks } from '@/domain/rendition-line'
import { canEdit } from '@/domain/revision'
import { command, type Scope } from '../command'
import { badInput, conflict, demand, refusal, type Issue } from '../fault'
import { becomeAuthor, currentFacts, isTranslation, lockText, type RevisionRow } from '../revision/queries'
import { documentOf } from '../workspace/queries'
import { loadOriginal, translationOf } from './queries'
import type { StaleRendition } from './view'

/** An autosave: the text as it was typed, cited or not, and its new version. One event an author and draft. */
export const saveRendition = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, SaveRenditionInput>) => {
    const row = await lockText(tx, input.revisionId, isTranslation)
    demand(can(actor, 'revision.edit'))
    const { translates, language, words: before } = translationOf(row)
    const { original } = await loadOriginal(tx, translates)
    const editable = canEdit(row.state)
    if (!editable.allowed) throw refusal(editable, { current: await currentText(tx, row, original) })
    if (row.version !== input.version) throw conflict(await currentText(tx, row, original))
    const document = textFrom(original, input)
    const words = wordsFrom(original, input)
    if (await becomeAuthor(tx, row.id, actor.id, now))
      await record('revision.edited', { subjectId: row.id, incidentId: row.incidentId, detail: { language } })
    else unchanged()
    const isSame = canonicalJson([documentOf(row), before]) === canonicalJson([document, words])
    if (isSame) return { version: row.version }
    const [saved] = await tx
      .update(revision)
      .set({ document, words, version: row.version + 1, updatedAt: now, updatedBy: actor.id })
      .where(and(eq(revision.id, row.id), eq(revision.version, input.version), eq(revision.state, 'draft')))
      .returning({ version: revision.version })
    if (!saved) throw conflict(await currentText(tx, row, original))
    return saved
  },
)

/** The lines as a summary of the original's shape. @throws BAD_REQUEST at the line that cannot be one */
function textFrom({ doc }: Original, { lines }: SaveRenditionInput): DocumentNode {
  const blocks = textBlocks(doc)
  if (lines.length !== blocks.length)
    throw badInput([{ path: ['lines'], message: `The original has ${blocks.length} paragraphs and headings.` }])
  const numbers = citationNumbers(doc)
  const parsed = parseDocument(
    withBlocks(
      doc,
      lines.map((line) => readLine(line, numbers)),
    ),
  )
  if (parsed.ok) return parsed.doc
  throw badInput(
    parsed.issues.map(({ path, message }): Issue => {
      const at = blocks.findIndex((block) => block.path.every((step, index) => path[index] === step))
      return { path: at < 0 || path.length === 0 ? ['lines'] : ['lines', at], message }
    }),
  )
}

/** @throws BAD_REQUEST for words of what the original does not say */
function wordsFrom({ words }: Original, input: SaveRenditionInput): Record<string, string> {
  const known = new Set(words.map(({ path }) => path))
  const foreign = Object.keys(input.words).filter((path) => !known.has(path))
  if (foreign.length > 0)
    throw badInput(foreign.map((path) => ({ path: ['words', path], message: 'The original has no such words.' })))
  return Object.fromEntries(Object.entries(input.words).filter(([, text]) => text !== ''))
}

/** What a stale write met: the text there is now, whose it is, and since when (rule 15). */
async function currentText(tx: Tx, row: RevisionRow, original: Original): Promise<StaleRendition> {
  return {
    document: {
      lines: linesOf(original.doc, documentOf(row)).map(({ line }) => line),
      words: translationOf(row).words,
    },
    ...(await currentFacts(tx, row)),
  }
}
