import { and, eq } from 'drizzle-orm'
import type { Db, Reader } from '@/db/client'
import { account, incident, revision } from '@/db/schema'
import type { RenditionById } from '@/domain/input/rendition'
import { can, canAnd, isEditor, type Actor } from '@/domain/policy'
import { canPublishRendition, canTakeBack, renditionGate } from '@/domain/rendition'
import { isTranslated } from '@/domain/rendition-lack'
import { linesOf } from '@/domain/rendition-line'
import { approvalsFor, canApprove, canReview, reviewersLeft } from '@/domain/review'
import { canDiscard, canEdit, canStartFrom, canSubmitBy, canWithdraw } from '@/domain/revision'
import { isWorking } from '@/domain/workflow'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { isTranslation, type RevisionRow } from '../revision/queries'
import { loadText, publishedOf, renditionsOf, reviewsOf, type LoadedText, type RenditionRow } from './queries'
import type { RenditionView } from './view'

/** Stands for what the screen has not typed yet, so that a verdict speaks of everything else. */
const TYPED_LATER = '–'

/** A translation beside its original. */
export const readRendition = query(
  async ({ db, actor, input }: { db: Db; actor: Actor; input: RenditionById }): Promise<RenditionView> => {
    const [row] = await db
      .select()
      .from(revision)
      .where(and(eq(revision.id, input.revisionId), isTranslation))
    if (!row) throw notFound('text')
    demand(can(actor, 'desk.read'))
    return viewOf(db, actor, row)
  },
)

/** What a command answers with: the text as it is now. */
export async function readAgain(reader: Reader, actor: Actor, revisionId: string): Promise<RenditionView> {
  const [row] = await reader.select().from(revision).where(eq(revision.id, revisionId))
  if (!row) throw notFound('text')
  return viewOf(reader, actor, row)
}

async function viewOf(reader: Reader, actor: Actor, row: RevisionRow): Promise<RenditionView> {
  const text = await loadText(reader, row)
  const { loaded, language, gateInput } = text
  const [of] = await reader
    .select({ id: incident.id, title: incident.title, slug: incident.slug })
    .from(incident)
    .where(eq(incident.id, row.incidentId))
  if (!of) throw notFound('incident')
  const renditions = await renditionsOf(reader, loaded.id, language)
  const editors = await reader
    .select({ id: account.id, role: account.role, suspendedAt: account.suspendedAt })
    .from(account)
  const authors = gateInput.authors
  const ids = editors
    .filter((each) => isEditor({ ...each, isSuspended: each.suspendedAt !== null }))
    .map(({ id }) => id)
  return {
    viewer: { id: actor.id, name: actor.name },
    incident: of,
    ...textViewOf(text, actor),
    changesRequested: await askedBefore(reader, row),
    reviewersLeft: reviewersLeft(ids, authors, actor.id).now,
    published: renditions[0] === undefined ? null : publishedOf(renditions[0], loaded.original.number),
    can: verdictsOf(text, actor, renditions),
  }
}

function textViewOf(text: LoadedText, actor: Actor) {
  const { row, language, loaded, hash, authors, reviews, gateInput } = text
  const { number, doc, words } = loaded.original
  return {
    revision: {
      id: row.id,
      state: row.state,
      version: row.version,
      language,
      submittedAt: row.submittedAt,
      updatedAt: row.updatedAt,
      authors: authors.map(({ name }) => name),
      isAuthor: gateInput.authors.includes(actor.id),
    },
    original: {
      number,
      publishedAt: loaded.publishedAt,
      language: loaded.original.language,
      doc,
      words: [...words],
    },
    lines: linesOf(doc, text.text.doc).map(({ line }) => line),
    words: text.text.words,
    hash,
    reviews: reviews.map(({ id, name, decision, comment, decidedAt }) => ({ id, name, decision, comment, decidedAt })),
    approvals: { given: approvalsFor(hash, reviews, gateInput.authors).length, needed: gateInput.approvalsNeeded },
    gate: isWorking(row.state) ? renditionGate(gateInput) : [],
  }
}

/** The comment with which the text before this draft was sent back. */
async function askedBefore(reader: Reader, row: RevisionRow): Promise<RenditionView['changesRequested']> {
  if (row.state !== 'draft' || row.basedOn === null) return null
  const asked = (await reviewsOf(reader, row.basedOn)).findLast(({ decision }) => decision === 'request_changes')
  return asked === undefined ? null : { comment: asked.comment, name: asked.name, at: asked.decidedAt }
}

function verdictsOf(text: LoadedText, actor: Actor, renditions: readonly RenditionRow[]): RenditionView['can'] {
  const { row, hash, reviews, gateInput, loaded } = text
  const { state } = row
  const { authors, approvalsNeeded } = gateInput
  const rules = { actorId: actor.id, authors, state }
  const earlier = renditions.length
  const note = earlier === 0 ? null : TYPED_LATER
  return {
    edit: canAnd(actor, 'revision.edit', canEdit(state)),
    discard: canAnd(actor, 'revision.edit', canDiscard({ state, reason: TYPED_LATER })),
    submit: canAnd(actor, 'revision.submit', canSubmitBy(rules), isTranslated(loaded.original, text.text)),
    withdraw: canAnd(actor, 'revision.edit', canWithdraw({ state, reason: TYPED_LATER })),
    approve: canAnd(
      actor,
      'revision.review',
      canStartFrom('approve', state),
      canApprove({ ...rules, snapshotHash: hash, seenHash: hash, reviews, approvalsNeeded }),
    ),
    requestChanges: canAnd(actor, 'revision.review', canReview(rules)),
    publish: canAnd(actor, 'revision.publish', canPublishRendition({ ...gateInput, earlier, note })),
    takeBack: canAnd(actor, 'publication.retract', canTakeBack(takeBackFacts(renditions[0]))),
  }
}

export const takeBackFacts = (newest: RenditionRow | undefined) => ({
  isPublished: newest !== undefined,
  isWithdrawn: newest?.revisionId === null,
  isRedacted: newest?.document === null,
})
