import { and, asc, eq, gt, inArray, isNull, not, or, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { incident, revision } from '@/db/schema'
import type { EventKind } from '@/domain/event'
import type { ListReviewsInput } from '@/domain/input/review'
import { can, canAnd, type Actor } from '@/domain/policy'
import { canApprove, canReview } from '@/domain/review'
import { snapshotHash } from '@/domain/snapshot'
import { pageOf, readCursor } from '../cursor'
import { claimStates, gateInputOf, requirePicture, snapshotOf, workingRevision } from '../workspace/queries'
import type { ReviewList } from './view'

type Author = { id: string; name: string }

const authors = sql<Author[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by ra.since, a.name), '[]'::jsonb)
  from revision_author ra join account a on a.id = ra.account_id where ra.revision_id = ${revision.id})`
const given = sql<number>`(
  select count(distinct v.account_id)::integer from review v
  where v.revision_id = ${revision.id} and v.decision = 'approve')`
const needed = sql<number>`(select approvals from team)`
const replaces = sql<number>`(
  select coalesce(max(p.number), 0)::integer from publication p where p.incident_id = ${revision.incidentId})`

/** Approved texts that are compared with the page of now: each of them is read whole. */
const MOST_COMPARED = 20

/** What is done elsewhere and can change an incident's page: all of it is shared by several incidents. */
const SHARED: EventKind[] = [
  'team.changed',
  'party.changed',
  'outlet.graded',
  'place.changed',
  'source.changed',
  'capture.taken',
  'exclusion.marked',
  'exclusion.lifted',
  'lineage.drawn',
  'lineage.confirmed',
  'lineage.rejected',
  'origin.changed',
  'excerpt.withdrawn',
  'translation.added',
  'redaction.confirmed',
]

/**
 * Has anything happened since the first approval that could have changed the page? Every change leaves its event. A
 * second is for a change that began before the approval and waited for it.
 */
const mayHaveChanged = sql`exists (
  select from event e
  where e.at > (select min(v.decided_at) - interval '1 second' from review v
      where v.revision_id = ${revision.id} and v.decision = 'approve')
    and ((e.incident_id = ${revision.incidentId} and e.kind not like 'revision.%')
      or e.kind in (${sql.join(
        SHARED.map((kind) => sql`${kind}`),
        sql`, `,
      )})))`

const isAuthor = (actorId: string) =>
  sql`exists (select from revision_author ra where ra.revision_id = ${revision.id} and ra.account_id = ${actorId})`
const hasApproved = (actorId: string) => sql`exists (select from review v
  where v.revision_id = ${revision.id} and v.account_id = ${actorId} and v.decision = 'approve')`

/** Texts whose page is not what was approved any more, and that this person may approve anew (rule 10). */
async function approvableAnew(reader: Reader, actor: Actor): Promise<string[]> {
  const approved = await reader
    .select({ id: revision.id, incidentId: revision.incidentId })
    .from(revision)
    .where(
      and(
        or(eq(revision.state, 'approved'), and(eq(revision.state, 'in_review'), hasApproved(actor.id))),
        not(isAuthor(actor.id)),
        // What a translation says changes only with its text, which is frozen.
        isNull(revision.language),
        mayHaveChanged,
      ),
    )
    .orderBy(asc(revision.submittedAt), asc(revision.id))
    .limit(MOST_COMPARED)
  const anew: string[] = []
  for (const text of approved) if (await mayApproveNow(reader, actor, text)) anew.push(text.id)
  return anew
}

async function mayApproveNow(reader: Reader, actor: Actor, text: { id: string; incidentId: string }): Promise<boolean> {
  const picture = await requirePicture(reader, text.incidentId, actor.id)
  const working = workingRevision(picture)
  const states = claimStates(picture)
  const snapshot = snapshotOf(picture, states)
  // It may have been published or sent back a moment ago.
  if (working?.id !== text.id || snapshot === null) return false
  const hash = snapshotHash(snapshot)
  const { authors, reviews, approvalsNeeded } = gateInputOf(picture, states, working, hash)
  const seen = { snapshotHash: hash, seenHash: hash }
  return canApprove({ actorId: actor.id, authors, reviews, approvalsNeeded, state: working.state, ...seen }).allowed
}

/** Which texts this person could decide now: in review and new to them, or approved and changed since. */
async function waitingFor(reader: Reader, actor: Actor): Promise<{ changed: string[]; condition: SQL | undefined }> {
  const isNew = and(eq(revision.state, 'in_review'), not(isAuthor(actor.id)), not(hasApproved(actor.id)))
  const changed = await approvableAnew(reader, actor)
  return { changed, condition: changed.length === 0 ? isNew : or(isNew, inArray(revision.id, changed)) }
}

/** The head of what `readReviews` lists as `mine`, for the desk's home. Whoever cannot review waits for nothing. */
export async function readReviewsWaiting(reader: Reader, actor: Actor, limit: number) {
  if (!can(actor, 'revision.review').allowed) return []
  const { changed, condition } = await waitingFor(reader, actor)
  const rows = await reader
    .select({
      revisionId: revision.id,
      submittedAt: revision.submittedAt,
      language: revision.language,
      incident: { id: incident.id, title: incident.title },
    })
    .from(revision)
    .innerJoin(incident, eq(incident.id, revision.incidentId))
    .where(condition)
    .orderBy(asc(revision.submittedAt), asc(revision.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, isChanged: changed.includes(row.revisionId) }))
}

/** Oldest submission first: it has waited longest. */
export async function readReviews(reader: Reader, actor: Actor, input: ListReviewsInput): Promise<ReviewList> {
  const may = can(actor, 'revision.review')
  if (input.which === 'mine' && !may.allowed) return { items: [], nextCursor: null }
  const mine = input.which === 'mine' ? await waitingFor(reader, actor) : null
  const key = readCursor(input.cursor)
  const rows = await reader
    .select({
      id: revision.id,
      incidentId: revision.incidentId,
      title: incident.title,
      language: revision.language,
      state: sql<'in_review' | 'approved'>`${revision.state}`,
      submittedAt: sql<Date>`coalesce(${revision.submittedAt}, ${revision.createdAt})`.mapWith(revision.createdAt),
      authors,
      given,
      needed,
      replaces,
    })
    .from(revision)
    .innerJoin(incident, eq(incident.id, revision.incidentId))
    .where(
      and(
        inArray(revision.state, ['in_review', 'approved']),
        mine?.condition,
        key === null
          ? undefined
          : or(gt(revision.submittedAt, key.at), and(eq(revision.submittedAt, key.at), gt(revision.id, key.id))),
      ),
    )
    .orderBy(asc(revision.submittedAt), asc(revision.id))
    .limit(input.limit + 1)
  const page = pageOf(rows, input.limit, (row) => ({ at: row.submittedAt, id: row.id }))
  return {
    ...page,
    items: page.items.map(({ id, authors: by, given: approvals, needed: most, ...row }) => ({
      ...row,
      revisionId: id,
      isChanged: mine?.changed.includes(id) ?? false,
      authors: by.map((author) => author.name),
      approvals: { given: approvals, needed: most },
      can: canAnd(
        actor,
        'revision.review',
        canReview({ actorId: actor.id, authors: by.map((author) => author.id), state: row.state }),
      ),
    })),
  }
}
