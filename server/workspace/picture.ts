import { and, asc, desc, eq, inArray, isNull, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { claim, evidence, incidentSource, publication, question, revision, team, translation } from '@/db/schema'
import { statement } from '@/db/statement'
import { isEditor, type Role } from '@/domain/policy'
import { WORKING_STATES } from '@/domain/workflow'
import type { LineageKind, LineageState } from '@/domain/words'
import { roundsOfIncident } from '../round/queries'

/** What one incident holds at most; commands that add refuse beyond it, reads stop there. */
export const MOST = {
  questions: 100,
  claims: 300,
  /** A list of addresses has up to 1,000. */
  sources: 1_500,
  evidence: 3_000,
  origins: 500,
  revisions: 500,
} as const

const NAMED_PARTY = { columns: { id: true, name: true, kind: true } } as const

/** The title that readers know a related incident by; null while it is not published. */
const publishedTitle = (t: { id: AnyPgColumn }) => ({
  publishedTitle: sql<string | null>`(
    select p.document::jsonb -> 'incident' ->> 'title' from publication p
    where p.incident_id = ${t.id} order by p.number desc limit 1)`.as('published_title'),
})

/** Whether anything was ever written: what was discarded or replaced is not among the revisions of a picture. */
const hasText = (t: { id: AnyPgColumn }) => ({
  hasText: sql<boolean>`exists (select 1 from revision r where r.incident_id = ${t.id} and r.language is null)`.as(
    'has_text',
  ),
})

/** Is a translation being worked on? The texts of a picture are the account's own. */
const isTranslated = (t: { id: AnyPgColumn }) => ({
  isTranslated: sql<boolean>`exists (select from revision r where r.incident_id = ${t.id} and r.language is not null
    and r.state in (${sql.join(
      WORKING_STATES.map((state) => sql`${state}`),
      sql`, `,
    )}))`.as('is_translated'),
})

const readIncident = statement('picture_incident', ['id'], (db, { id }) =>
  db.query.incident.findFirst({
    where: (t) => eq(t.id, id),
    extras: (t) => ({ ...hasText(t), ...isTranslated(t) }),
    with: {
      place: { with: { names: { orderBy: (t) => [desc(t.isMain), asc(t.name), asc(t.id)] } } },
      tags: { orderBy: (t) => asc(t.tag) },
      parties: { with: { party: { with: { aliases: true } } } },
      sides: { with: { parties: { with: { party: NAMED_PARTY } } }, orderBy: (t) => asc(t.name) },
      members: { with: { account: { columns: { id: true, name: true } } } },
      relatesTo: { with: { other: { columns: { id: true, title: true, slug: true }, extras: publishedTitle } } },
      relatedBy: { with: { incident: { columns: { id: true, title: true, slug: true }, extras: publishedTitle } } },
      notices: { where: (t) => isNull(t.liftedAt) },
      origins: { with: { party: NAMED_PARTY }, orderBy: (t) => [asc(t.createdAt), asc(t.id)], limit: MOST.origins },
      publications: {
        columns: { document: false },
        extras: { isRedacted: sql<boolean>`${publication.document} is null`.as('is_redacted') },
        orderBy: (t) => desc(t.number),
      },
    },
  }),
)

const readQuestions = statement('picture_questions', ['incidentId'], (db, { incidentId }) =>
  db.query.question.findMany({
    where: eq(question.incidentId, incidentId),
    orderBy: [asc(question.position), asc(question.id)],
    limit: MOST.questions,
    with: {
      claims: {
        orderBy: [asc(claim.createdAt), asc(claim.id)],
        limit: MOST.claims,
        with: { claimants: { with: { party: NAMED_PARTY } } },
      },
    },
  }),
)

const readSources = statement('picture_sources', ['incidentId'], (db, { incidentId }) =>
  db.query.incidentSource.findMany({
    where: eq(incidentSource.incidentId, incidentId),
    orderBy: [asc(incidentSource.addedAt), asc(incidentSource.sourceId)],
    limit: MOST.sources,
    with: {
      source: {
        with: {
          outlet: {
            columns: { id: true, name: true },
            with: { grades: { orderBy: (t) => [desc(t.gradedAt), desc(t.id)], limit: 1 } },
          },
          captures: {
            columns: { text: false },
            extras: (t) => ({ isRedacted: sql<boolean>`${t.text} is null`.as('is_redacted') }),
            orderBy: (t) => asc(t.number),
          },
        },
      },
    },
  }),
)

/** Rule 2: the source was captured again, and its newest capture no longer says this. */
const isGone = (t: { captureId: AnyColumn; exact: AnyColumn }) => sql<boolean>`exists (
  select from capture c join capture n on n.source_id = c.source_id and n.number > c.number
  where c.id = ${t.captureId} and n.text is not null and position(${t.exact} in n.text) = 0
    and not exists (select from capture m where m.source_id = c.source_id and m.number > n.number and m.text is not null)
)`

/** The page of a PDF on which a code point stands: `pagesOf` of domain/page.ts, without bringing all starts here. */
const pageAt = (captureId: AnyColumn, at: SQL) => sql<number | null>`(
  select nullif(count(*), 0)::int from capture c, unnest(c.page_starts) begin where c.id = ${captureId} and begin <= ${at}
)`

const readEvidence = statement('picture_evidence', ['incidentId'], (db, { incidentId }) =>
  db.query.evidence.findMany({
    where: eq(evidence.incidentId, incidentId),
    orderBy: [asc(evidence.createdAt), asc(evidence.id)],
    limit: MOST.evidence,
    with: {
      excerpt: {
        extras: (t) => ({
          isGone: isGone(t).as('is_gone'),
          firstPage: pageAt(t.captureId, sql`${t.start}`).as('first_page'),
          lastPage: pageAt(t.captureId, sql`${t.end} - 1`).as('last_page'),
        }),
        with: {
          capture: {
            columns: {
              id: true,
              number: true,
              sourceId: true,
              textSha256: true,
              capturedAt: true,
              normalisation: true,
            },
          },
          translations: { orderBy: [desc(translation.createdAt), desc(translation.id)], limit: 1 },
        },
      },
      relays: { with: { party: NAMED_PARTY }, orderBy: (t) => asc(t.position) },
    },
  }),
)

export type SeenLineage = {
  id: string
  sourceId: string
  ofId: string
  kind: LineageKind
  state: LineageState
  reason: string
  strength: number | null
  version: number
  /** Outlet and title of both ends, for ends that are not sources of this incident. */
  sourceOutletId: string | null
  ofOutletId: string | null
  sourceTitle: string | null
  ofTitle: string | null
}

/**
 * Every edge that hangs together with the incident's sources, through copies that other incidents hold too
 * (rule 3 joins along the whole chain).
 */
async function readLineage(reader: Reader, incidentId: string): Promise<SeenLineage[]> {
  const found = await reader.execute<SeenLineage>(sql`
    with recursive reached(id) as (
      select source_id from incident_source where incident_id = ${incidentId}
      union
      select case when l.source_id = r.id then l.of_id else l.source_id end
      from reached r join lineage l on r.id in (l.source_id, l.of_id) and l.state <> 'rejected'
    )
    select l.id, l.source_id as "sourceId", l.of_id as "ofId", l.kind, l.state, l.reason, l.strength, l.version,
      a.outlet_id as "sourceOutletId", b.outlet_id as "ofOutletId",
      case when a.is_confidential then null else a.title end as "sourceTitle",
      case when b.is_confidential then null else b.title end as "ofTitle"
    from lineage l join source a on a.id = l.source_id join source b on b.id = l.of_id
    where l.source_id in (select id from reached) or l.of_id in (select id from reached)
    order by l.drawn_at, l.id
    limit 5000`)
  return found.rows
}

const readRevisions = statement('picture_revisions', ['incidentId'], (db, { incidentId }) =>
  db.query.revision.findMany({
    where: and(
      eq(revision.incidentId, incidentId),
      isNull(revision.language),
      inArray(revision.state, ['draft', 'in_review', 'approved', 'published', 'changes_requested']),
    ),
    orderBy: [desc(revision.createdAt), desc(revision.id)],
    limit: MOST.revisions,
    with: {
      authors: { with: { account: { columns: { id: true, name: true, suspendedAt: true } } } },
      reviews: {
        columns: { snapshot: false },
        with: { account: { columns: { id: true, name: true, suspendedAt: true } } },
        orderBy: (t) => [asc(t.decidedAt), asc(t.id)],
      },
    },
  }),
)

type TeamAccount = { id: string; name: string; role: Role; isSuspended: boolean }

const readSettings = statement('picture_team', [], (db) =>
  db
    .select({
      organisation: team.organisation,
      address: team.address,
      contact: team.contact,
      language: team.language,
      quorum: team.quorum,
      approvals: team.approvals,
      accounts: sql<TeamAccount[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', a.id, 'name', a.name, 'role', a.role, 'isSuspended', a.suspended_at is not null) order by a.name, a.id), '[]'::jsonb)
        from account a)`,
    })
    .from(team),
)

/** The team's settings and accounts; `editors` are those able to vote and review now. */
async function readTeam(reader: Reader) {
  const [row] = await readSettings(reader, {})
  if (!row) throw new Error('the team has no settings row')
  const { accounts, ...settings } = row
  return { ...settings, editors: accounts.filter(isEditor) }
}

/** Everything an incident holds, as `viewerId` may know it, in eight statements however much that is. */
export async function loadPicture(reader: Reader, incidentId: string, viewerId: string) {
  const incident = await readIncident(reader, { id: incidentId })
  if (!incident) return null
  return {
    viewerId,
    incident,
    questions: await readQuestions(reader, { incidentId }),
    sources: (await readSources(reader, { incidentId })).map((row) => row.source),
    evidence: await readEvidence(reader, { incidentId }),
    lineage: await readLineage(reader, incidentId),
    rounds: await roundsOfIncident(reader, { incidentId, viewerId }),
    revisions: await readRevisions(reader, { incidentId }),
    team: await readTeam(reader),
  }
}

export type Picture = NonNullable<Awaited<ReturnType<typeof loadPicture>>>
export type PictureEvidence = Picture['evidence'][number]
export type PictureClaim = Picture['questions'][number]['claims'][number]
