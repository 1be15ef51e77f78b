import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { incident, publication, redaction, review, revision, revisionAuthor, slug } from '@/db/schema'
import { emptyDocument } from '@/domain/document'
import type { Actor } from '@/domain/policy'
import { buildRetraction, canonicalise, snapshotHash } from '@/domain/snapshot'
import type { PublicDocument, Snapshot } from '@/domain/snapshot-schema'
import type { CorrectionKind } from '@/domain/words'
import { byHand } from './by-hand'

/** Straight into the tables, as the commands leave them: for tests of what is read afterwards. */
export async function addAddress(db: Db, by: Actor, { address, title }: { address: string; title: string }) {
  const id = randomUUID()
  const at = new Date('2026-01-10T00:00:00Z')
  await byHand(db, [['incident.created', id]], async (tx) => {
    await tx
      .insert(incident)
      .values({ id, slug: address, title, type: 'strike', createdBy: by.id, createdAt: at, updatedAt: at })
    await tx.insert(slug).values({ slug: address, incidentId: id, createdAt: at })
  })
  return id
}

/** The locks know how these rows come to be, and that it is not like this: they look away meanwhile. */
async function unlocked<T>(db: Db, events: Parameters<typeof byHand>[1], act: (tx: Tx) => Promise<T>): Promise<T> {
  const locks = {
    revision: 'revision_frozen',
    revision_author: 'revision_author_stays',
    publication: 'publication_gate',
    redaction: 'redaction_keeps',
  }
  return byHand(db, events, async (tx) => {
    const all = (how: 'disable' | 'enable') =>
      tx.execute(
        sql.raw(
          Object.entries(locks)
            .map(([table, name]) => `alter table ${table} ${how} trigger ${name};`)
            .join(' '),
        ),
      )
    await all('disable')
    const done = await act(tx)
    // What is asked at the commit would keep the table from being locked again.
    await tx.execute(sql`set constraints all immediate`)
    await all('enable')
    return done
  })
}

type Publishing = {
  incidentId: string
  author: Actor
  reviewer: Actor
  number: number
  at: Date
  correction?: { kind: CorrectionKind; note: string }
  /** By how many it was approved; without it nothing tells, as it was before the log did. */
  approvals?: number
}

async function addPublication(db: Tx, document: PublicDocument, revisionId: string | null, given: Publishing) {
  const id = randomUUID()
  await db.insert(publication).values({
    id,
    incidentId: given.incidentId,
    number: given.number,
    revisionId,
    document: canonicalise(document),
    hash: snapshotHash(document),
    correctionKind: given.correction?.kind ?? null,
    correctionNote: given.correction?.note ?? null,
    approvals: given.approvals ?? null,
    publishedBy: given.author.id,
    publishedAt: given.at,
  })
  return id
}

/** An approved revision whose review keeps the snapshot's hash, and its publication. */
export function publishSnapshot(db: Db, snapshot: Snapshot, given: Publishing): Promise<string> {
  const revisionId = randomUUID()
  const events = [
    ['publication.published', given.incidentId],
    ['revision.approved', revisionId],
  ] as const
  return unlocked(db, events, (tx) => insertAll(tx, snapshot, revisionId, given))
}

async function insertAll(db: Tx, snapshot: Snapshot, revisionId: string, given: Publishing): Promise<string> {
  const { incidentId, author, reviewer, at } = given
  await db.update(revision).set({ state: 'superseded' }).where(eq(revision.incidentId, incidentId))
  await db.insert(revision).values({
    id: revisionId,
    incidentId,
    state: 'approved',
    document: emptyDocument,
    createdBy: author.id,
    createdAt: at,
    updatedAt: at,
    submittedAt: at,
  })
  await db.insert(revisionAuthor).values({ revisionId, accountId: author.id, since: at })
  await db.insert(review).values({
    id: randomUUID(),
    revisionId,
    accountId: reviewer.id,
    decision: 'approve',
    comment: `Read by ${reviewer.name}`,
    snapshotHash: snapshotHash(snapshot),
    snapshot: canonicalise(snapshot),
    decidedAt: at,
  })
  const id = await addPublication(db, snapshot, revisionId, given)
  await db.update(revision).set({ state: 'published' }).where(eq(revision.id, revisionId))
  return id
}

export async function publishRetraction(db: Db, of: Snapshot, note: string, given: Publishing): Promise<string> {
  const document = buildRetraction(of.incident, { ...of.rules, ...teamOf(of) }, note)
  return byHand(db, [['publication.retracted', given.incidentId]], (tx) =>
    addPublication(tx, document, null, { ...given, correction: { kind: 'retraction', note } }),
  )
}

function teamOf({ organisation, language }: Snapshot) {
  return { organisation: organisation.name, address: organisation.address, contact: organisation.contact, language }
}

/** Two people behind it, and the document is gone. */
export async function redactPublication(
  db: Db,
  {
    publicationId,
    incidentId,
    by,
    second,
    reason,
  }: Record<'publicationId' | 'incidentId' | 'reason', string> & {
    by: Actor
    second: Actor
  },
) {
  const at = new Date('2026-02-20T10:00:00Z')
  const both = { proposedBy: by.id, proposedAt: at, confirmedBy: second.id, confirmedAt: at }
  const row = {
    id: randomUUID(),
    kind: 'publication',
    incidentId,
    publicationId,
    publicReason: reason,
    ...both,
  } as const
  await unlocked(db, [['redaction.confirmed', row.id]], async (tx) => {
    await tx.insert(redaction).values(row)
    await tx.update(publication).set({ document: null }).where(eq(publication.id, publicationId))
  })
}
