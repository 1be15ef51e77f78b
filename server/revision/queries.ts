import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { account, event, revision, revisionAuthor } from '@/db/schema'
import type { GateInput } from '@/domain/gate'
import type { Language } from '@/domain/language'
import type { Actor } from '@/domain/policy'
import { snapshotHash } from '@/domain/snapshot'
import type { Snapshot } from '@/domain/snapshot-schema'
import type { RevisionState } from '@/domain/workflow'
import { conflict, notFound } from '../fault'
import { lockIncident } from '../incident/queries'
import {
  claimStates,
  gateInputOf,
  requirePicture,
  snapshotOf,
  workingRevision,
  type Picture,
  type PictureRevision,
} from '../workspace/queries'

export type RevisionRow = typeof revision.$inferSelect

/** A text of an account's own; what works on those does not know translations, and the other way round. */
export const isOwnText = isNull(revision.language)
export const isTranslation = isNotNull(revision.language)

/** Which incident a revision is of. @throws NOT_FOUND */
async function incidentOf(reader: Reader, revisionId: string): Promise<string> {
  const [row] = await reader.select({ id: revision.incidentId }).from(revision).where(eq(revision.id, revisionId))
  if (!row) throw notFound('text')
  return row.id
}

/** A revision's row, locked. @throws NOT_FOUND */
export async function lockText(tx: Tx, revisionId: string, which = isOwnText): Promise<RevisionRow> {
  const [row] = await tx
    .select()
    .from(revision)
    .where(and(eq(revision.id, revisionId), which))
    .for('no key update')
  if (!row) throw notFound('text')
  return row
}

/** The same with its incident locked before it: for everything but an autosave. @throws NOT_FOUND */
export async function lockRevision(tx: Tx, revisionId: string, which = isOwnText): Promise<RevisionRow> {
  await lockIncident(tx, await incidentOf(tx, revisionId))
  return lockText(tx, revisionId, which)
}

/** The working revision with the page that publishing it would make now. */
export type Working = {
  picture: Picture
  revision: PictureRevision
  snapshot: Snapshot
  /** Of the snapshot. */
  hash: string
  gateInput: GateInput
}

/** @throws NOT_FOUND where no revision of the incident is being worked on. */
export async function loadWorking(reader: Reader, actor: Actor, incidentId: string): Promise<Working> {
  const picture = await requirePicture(reader, incidentId, actor.id)
  const states = claimStates(picture)
  const working = workingRevision(picture)
  const snapshot = snapshotOf(picture, states)
  if (!working || !snapshot) throw notFound('text')
  const hash = snapshotHash(snapshot)
  return { picture, revision: working, snapshot, hash, gateInput: gateInputOf(picture, states, working, hash) }
}

/** The newest text of an incident, or of its translations into a language, whatever became of it. */
export async function lastRevision(tx: Tx, incidentId: string, language?: Language): Promise<RevisionRow | null> {
  const [row] = await tx
    .select()
    .from(revision)
    .where(
      and(eq(revision.incidentId, incidentId), language === undefined ? isOwnText : eq(revision.language, language)),
    )
    .orderBy(desc(revision.createdAt), desc(revision.id))
    .limit(1)
  return row ?? null
}

/** What a draft that begins from `before` is: its text and, until the next publication, its authors (rule 10). */
export async function insertDraft(
  tx: Tx,
  facts: {
    incidentId: string
    before: RevisionRow | null
    document: unknown
    translation?: Pick<RevisionRow, 'translates' | 'language' | 'words'>
    actorId: string
    now: Date
  },
): Promise<string> {
  const { incidentId, before, document, translation, actorId, now } = facts
  const id = randomUUID()
  await tx.insert(revision).values({
    id,
    incidentId,
    state: 'draft',
    document,
    ...translation,
    basedOn: before?.id ?? null,
    createdBy: actorId,
    createdAt: now,
    updatedAt: now,
  })
  if (before !== null && before.state !== 'published' && before.state !== 'superseded') {
    const authors = await tx.select().from(revisionAuthor).where(eq(revisionAuthor.revisionId, before.id))
    if (authors.length > 0)
      await tx.insert(revisionAuthor).values(authors.map((author) => ({ ...author, revisionId: id })))
  }
  return id
}

/** Whoever saves a text stands behind it from then on (rule 10). @returns whether it is their first time with this draft */
export async function becomeAuthor(tx: Tx, revisionId: string, actorId: string, now: Date): Promise<boolean> {
  await tx.insert(revisionAuthor).values({ revisionId, accountId: actorId, since: now }).onConflictDoNothing()
  const [edited] = await tx
    .select({ id: event.id })
    .from(event)
    .where(and(eq(event.subjectId, revisionId), eq(event.kind, 'revision.edited'), eq(event.actorId, actorId)))
    .limit(1)
  return edited === undefined
}

/** Of what a stale write met: which text there is now, whose it is, and since when (rule 15). */
export async function currentFacts(tx: Tx, { version, state, updatedAt, updatedBy }: RevisionRow) {
  const [by] =
    updatedBy === null ? [] : await tx.select({ name: account.name }).from(account).where(eq(account.id, updatedBy))
  return { version, state, by: by?.name ?? null, at: updatedAt.toISOString() }
}

type Ending = Partial<Pick<RevisionRow, 'endedAt' | 'endReason' | 'submittedAt'>>

/** Moves a locked revision to its next state. @throws CONFLICT where it is no longer what was read. */
export async function moveRevision(tx: Tx, row: RevisionRow, state: RevisionState, also: Ending): Promise<void> {
  const moved = await tx
    .update(revision)
    .set({ state, version: row.version + 1, ...also })
    .where(and(eq(revision.id, row.id), eq(revision.version, row.version), eq(revision.state, row.state)))
    .returning({ id: revision.id })
  if (moved.length === 0) throw conflict()
}
