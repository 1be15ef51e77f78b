import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { incident, revision } from '@/db/schema'
import type { ListReviewsInput } from '@/domain/input/review'
import { can, canAnd, type Actor } from '@/domain/policy'
import { canReview } from '@/domain/review'
import { pageOf, readCursor } from '../cursor'
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

/** In review, neither written nor approved by this person yet. */
const waitsFor = (actorId: string) => sql`(${revision.state} = 'in_review'
  and not exists (select from revision_author ra where ra.revision_id = ${revision.id} and ra.account_id = ${actorId})
  and not exists (select from review v
    where v.revision_id = ${revision.id} and v.account_id = ${actorId} and v.decision = 'approve'))`

/** Oldest submission first: it has waited longest. */
export async function readReviews(reader: Reader, actor: Actor, input: ListReviewsInput): Promise<ReviewList> {
  const may = can(actor, 'revision.review')
  if (input.which === 'mine' && !may.allowed) return { items: [], nextCursor: null }
  const key = readCursor(input.cursor)
  const rows = await reader
    .select({
      id: revision.id,
      incidentId: revision.incidentId,
      title: incident.title,
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
        input.which === 'mine' ? waitsFor(actor.id) : undefined,
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
