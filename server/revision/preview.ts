import { and, asc, desc, eq, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { publication, review, revision, revisionAuthor } from '@/db/schema'
import { canPublish, gate, leftOut } from '@/domain/gate'
import type { PreviewRevisionInput } from '@/domain/input/revision'
import { can, canAnd, type Actor } from '@/domain/policy'
import { approvalsFor, canApprove, canReview } from '@/domain/review'
import { canStartFrom } from '@/domain/revision'
import { buildSnapshot, snapshotHash } from '@/domain/snapshot'
import { listChanges } from '@/domain/snapshot-diff'
import { shelve } from '@/domain/snapshot-evidence'
import type { AccountPicture } from '@/domain/snapshot-picture'
import { snapshotSchema, type Snapshot } from '@/domain/snapshot-schema'
import { isWorking } from '@/domain/workflow'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { locatorMap } from '../locator-map'
import {
  accountPictureOf,
  claimStates,
  documentOf,
  gateInputOf,
  requirePicture,
  type Picture,
} from '../workspace/queries'
import { isOwnText } from './queries'
import type { PreviewView } from './view'

function readText(db: Db, id: string) {
  return db.query.revision.findFirst({
    where: and(eq(revision.id, id), isOwnText),
    with: {
      authors: {
        with: { account: { columns: { id: true, name: true, suspendedAt: true } } },
        orderBy: [asc(revisionAuthor.since), asc(revisionAuthor.accountId)],
      },
      reviews: {
        with: { account: { columns: { id: true, name: true, suspendedAt: true } } },
        orderBy: [asc(review.decidedAt), asc(review.id)],
      },
    },
  })
}

type Text = NonNullable<Awaited<ReturnType<typeof readText>>>

function pageOf(document: string | null): Snapshot | null {
  if (document === null || document === '') return null
  const parsed = snapshotSchema.safeParse(JSON.parse(document))
  return parsed.success ? parsed.data : null
}

/** The newest account that readers still have, of those before `number`. */
async function readBefore(db: Db, incidentId: string, number: number): Promise<PreviewView['before']> {
  const [row] = await db
    .select({ number: publication.number, publishedAt: publication.publishedAt, document: publication.document })
    .from(publication)
    .where(
      and(
        eq(publication.incidentId, incidentId),
        lt(publication.number, number),
        isNotNull(publication.document),
        or(isNull(publication.correctionKind), ne(publication.correctionKind, 'retraction')),
      ),
    )
    .orderBy(desc(publication.number))
    .limit(1)
  const page = pageOf(row?.document ?? null)
  return row && page ? { number: row.number, publishedAt: row.publishedAt, page } : null
}

/** The exact page that publishing this text would make now, or made, beside the one before. */
export const previewRevision = query(
  async ({ db, actor, input }: { db: Db; actor: Actor; input: PreviewRevisionInput }): Promise<PreviewView> => {
    const text = await readText(db, input.revisionId)
    if (!text) throw notFound('text')
    demand(can(actor, 'desk.read'))
    const picture = await requirePicture(db, text.incidentId, actor.id)
    const states = claimStates(picture)
    const bylines = text.authors.flatMap((author) => author.byline ?? [])
    const account = accountPictureOf(picture, states, { document: documentOf(text), bylines })
    const [published] = await db.select().from(publication).where(eq(publication.revisionId, text.id))
    const page = published ? pageOf(published.document) : buildSnapshot(account)
    const hash = published?.hash ?? (page === null ? '' : snapshotHash(page))
    const number = published?.number ?? picture.incident.publications.length + 1
    const before = await readBefore(db, text.incidentId, number)
    return {
      ...linesOf(picture, text, actor, hash),
      page,
      map: page === null ? null : await locatorMap(page.incident.place),
      hash,
      number,
      publishedAt: published?.publishedAt ?? null,
      before,
      changes: before && page ? listChanges(before.page, page) : [],
      sinceApproval: page && !published ? sinceApproval(text, actor, page, hash) : null,
      passages: page ? passagesOf(account, picture, page) : [],
      ...rulesOf(picture, text, actor, hash, states),
    }
  },
)

function linesOf(picture: Picture, text: Text, actor: Actor, hash: string) {
  const { id, title, slug } = picture.incident
  return {
    incident: { id, title, slug },
    revision: {
      id: text.id,
      state: text.state,
      version: text.version,
      submittedAt: text.submittedAt,
      authors: text.authors.map(({ account, byline }) => ({ name: account.name, byline })),
      isAuthor: text.authors.some((author) => author.accountId === actor.id),
    },
    reviews: text.reviews.map((line) => ({
      id: line.id,
      name: line.account.name,
      decision: line.decision,
      comment: line.comment,
      decidedAt: line.decidedAt,
      isCurrent: line.snapshotHash === hash,
    })),
  }
}

/** What changed since somebody approved it: since oneself did, where one has. */
function sinceApproval(text: Text, actor: Actor, page: Snapshot, hash: string): PreviewView['sinceApproval'] {
  const earlier = text.reviews.filter((line) => line.decision === 'approve' && line.snapshotHash !== hash)
  const chosen = earlier.findLast((line) => line.accountId === actor.id) ?? earlier.at(-1)
  const seen = pageOf(chosen?.snapshot ?? null)
  if (!chosen || !seen) return null
  return { name: chosen.account.name, at: chosen.decidedAt, changes: listChanges(seen, page) }
}

function passagesOf(account: AccountPicture, picture: Picture, page: Snapshot): PreviewView['passages'] {
  const shelf = shelve(account)
  const pieces = new Map(picture.evidence.map((piece) => [shelf.keyOf('e', piece.id), piece]))
  return page.evidence.flatMap(({ key, number }) => {
    const piece = pieces.get(key)
    if (!piece) return []
    const { id: excerptId, start, end, capture } = piece.excerpt
    return [{ number, evidenceId: piece.id, excerptId, sourceId: capture.sourceId, captureId: capture.id, start, end }]
  })
}

function rulesOf(picture: Picture, text: Text, actor: Actor, hash: string, states: ReturnType<typeof claimStates>) {
  const input = gateInputOf(picture, states, text, hash)
  const rules = { actorId: actor.id, authors: input.authors, state: text.state }
  const over = canStartFrom('approve', text.state)
  const earlierPublications = picture.incident.publications.length
  // Kind and note are typed later; the verdict speaks of everything else.
  const correction = earlierPublications === 0 ? null : ({ kind: 'update', note: '–' } as const)
  return {
    gate: isWorking(text.state) ? gate(input) : [],
    leftOut: isWorking(text.state) ? leftOut(input) : [],
    approvals: {
      given: approvalsFor(hash, input.reviews, input.authors).length,
      needed: picture.team.approvals,
    },
    can: {
      approve: canAnd(
        actor,
        'revision.review',
        over,
        canApprove({
          ...rules,
          snapshotHash: hash,
          seenHash: hash,
          reviews: input.reviews,
          approvalsNeeded: picture.team.approvals,
        }),
      ),
      requestChanges: canAnd(actor, 'revision.review', canReview(rules)),
      publish: canAnd(actor, 'revision.publish', canPublish({ ...input, earlierPublications, correction })),
    },
  }
}
