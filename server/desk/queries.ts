import { and, asc, desc, eq, isNull, notExists, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { account, ballot, claim, incident, review, revision, revisionAuthor, round } from '@/db/schema'
import { isStale } from '@/domain/round'
import { readSubjects } from '../claim/queries'

const named = { id: incident.id, title: incident.title }

/** Rounds in which this person has no ballot yet, oldest first. */
export function openRoundsWithout(reader: Reader, accountId: string, limit: number) {
  return reader
    .select({
      roundId: round.id,
      claimId: claim.id,
      claim: claim.text,
      number: round.number,
      openedAt: round.openedAt,
      incident: named,
    })
    .from(round)
    .innerJoin(claim, eq(claim.id, round.claimId))
    .innerJoin(incident, eq(incident.id, claim.incidentId))
    .where(
      and(
        eq(round.state, 'open'),
        notExists(
          reader
            .select({ id: ballot.id })
            .from(ballot)
            .where(and(eq(ballot.roundId, round.id), eq(ballot.accountId, accountId))),
        ),
      ),
    )
    .orderBy(asc(round.openedAt), asc(round.id))
    .limit(limit)
}

/** Drafts of this person's that began when changes were asked of the text before, with what was asked last. */
export function changesAskedOf(reader: Reader, accountId: string, limit: number) {
  return reader
    .select({
      revisionId: revision.id,
      comment: review.comment,
      by: account.name,
      at: review.decidedAt,
      language: revision.language,
      incident: named,
    })
    .from(revision)
    .innerJoin(revisionAuthor, and(eq(revisionAuthor.revisionId, revision.id), eq(revisionAuthor.accountId, accountId)))
    .innerJoin(
      review,
      sql`${review.id} = (select v.id from review v where v.revision_id = ${revision.basedOn}
        and v.decision = 'request_changes' order by v.decided_at desc, v.id desc limit 1)`,
    )
    .innerJoin(account, eq(account.id, review.accountId))
    .innerJoin(incident, eq(incident.id, revision.incidentId))
    .where(eq(revision.state, 'draft'))
    .orderBy(desc(review.decidedAt), desc(revision.id))
    .limit(limit)
}

/** Publications and claims that are looked through for findings gone stale: one's own incidents first, then the newest. */
const MOST_PUBLISHED = 200

/** Incidents that one is on, and those published last: of a desk that has published for years the rest is left alone. */
const looked = (accountId: string) => sql`(
  select m.incident_id from incident_member m where m.account_id = ${accountId}::uuid
  union
  (select p.incident_id from publication p order by p.published_at desc, p.id desc limit ${MOST_PUBLISHED}))`

/** Claims that a standing published text cites and whose finding is about evidence that has changed since (rule 8). */
export async function staleFindings(reader: Reader, accountId: string, limit: number) {
  const isOnIt = sql`exists (select from incident_member m
    where m.incident_id = ${incident.id} and m.account_id = ${accountId}::uuid)`
  const rows = await reader
    .select({
      id: claim.id,
      text: claim.text,
      incidentId: claim.incidentId,
      fingerprint: round.fingerprint,
      incident: named,
    })
    .from(revision)
    .innerJoin(incident, eq(incident.id, revision.incidentId))
    .innerJoin(claim, and(eq(claim.incidentId, incident.id), isNull(claim.withdrawnAt)))
    .innerJoin(round, and(eq(round.claimId, claim.id), eq(round.state, 'revealed')))
    .where(
      and(
        eq(revision.state, 'published'),
        isNull(revision.language),
        sql`${revision.incidentId} in ${looked(accountId)}`,
        eq(incident.state, 'open'),
        // An account that was taken back is not published, whatever its last text.
        sql`(select p.correction_kind from publication p where p.incident_id = ${incident.id}
          order by p.number desc limit 1) is distinct from 'retraction'`,
        sql`exists (select from evidence e where e.claim_id = ${claim.id}
          and jsonb_path_exists(${revision.document}, '$.** ? (@.evidenceId == $id)', jsonb_build_object('id', e.id)))`,
      ),
    )
    .orderBy(desc(isOnIt), desc(revision.updatedAt), asc(claim.createdAt), asc(claim.id))
    .limit(MOST_PUBLISHED)
  const subjects = await readSubjects(reader, rows)
  return rows
    .filter((row) => isStale(row.fingerprint, subjects.get(row.id)?.fingerprint ?? ''))
    .slice(0, limit)
    .map((row) => ({ claimId: row.id, claim: row.text, incident: row.incident }))
}
