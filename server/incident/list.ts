import { and, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import { claim, finding, incident, round } from '@/db/schema'
import type { IncidentStatus, listIncidentsInput } from '@/domain/input/incident'
import { headingOf } from '@/domain/levels'
import { can } from '@/domain/policy'
import { isStale } from '@/domain/round'
import { formatWhen } from '@/domain/time'
import { query } from '../command'
import { readSubjects } from '../claim/queries'
import { demand } from '../fault'
import { cursorOf, readCursor } from '../cursor'
import type { IncidentLineView, IncidentListView } from './view'

type Input = z.output<typeof listIncidentsInput>

/** The queue, newest first: at most five statements for a page, however many incidents there are. */
export const listIncidents = query<Input, IncidentListView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const rows = await readLines(db, actor.id, input)
  const page = rows.slice(0, input.limit)
  const central = await readCentral(
    db,
    page.map(({ id }) => id),
  )
  const last = page.at(-1)
  return {
    items: page.map(({ occurred, flags, ...row }) => ({
      ...row,
      occurredWords: occurred === null ? null : formatWhen(occurred),
      statuses: statusesOf(row.state, flags),
      central: central.get(row.id) ?? null,
    })),
    nextCursor: rows.length > input.limit && last ? cursorOf({ at: last.createdAt, id: last.id }) : null,
  }
})

type Flags = { working: string | null; publication: string | null; isVoting: boolean }

/**
 * Subqueries name the outer row in full: in a read of one table the query builder leaves the table's name out, and an
 * inner table's own id would be taken for it.
 */
const working = sql`(select r.state from revision r where r.incident_id = incident.id and r.language is null and r.state in ('draft', 'in_review', 'approved') limit 1)`
const newest = sql`(select coalesce(p.correction_kind, 'first') from publication p where p.incident_id = incident.id order by p.number desc limit 1)`
const voting = sql`exists (select from claim c join round r on r.claim_id = c.id where c.incident_id = incident.id and r.state = 'open')`

const STATUS_IS: Readonly<Record<IncidentStatus, SQL>> = {
  closed: sql`incident.state = 'closed'`,
  retracted: sql`${newest} = 'retraction'`,
  published: sql`${newest} <> 'retraction'`,
  approved: sql`${working} = 'approved'`,
  in_review: sql`${working} = 'in_review'`,
  draft: sql`${working} = 'draft'`,
  voting,
  new: sql`incident.state = 'open' and ${newest} is null and ${working} is null and not ${voting}`,
}

function statusesOf(state: 'open' | 'closed', flags: Flags): IncidentStatus[] {
  const statuses: IncidentStatus[] = []
  if (state === 'closed') statuses.push('closed')
  if (flags.publication !== null) statuses.push(flags.publication === 'retraction' ? 'retracted' : 'published')
  if (flags.working === 'approved' || flags.working === 'in_review' || flags.working === 'draft')
    statuses.push(flags.working)
  if (flags.isVoting) statuses.push('voting')
  return statuses.length === 0 ? ['new'] : statuses
}

const centralLevel = sql`(select f.level from claim c join round r on r.claim_id = c.id and r.state = 'revealed'
  join finding f on f.round_id = r.id where c.incident_id = incident.id and c.is_central)`

/** A typed text inside a LIKE pattern, its own signs taken literally. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

const placeNamed = (text: string) =>
  sql`exists (select from place_name n where n.place_id = incident.place_id and n.name ilike ${containing(text)})`

function filters(viewerId: string, input: Input): SQL | undefined {
  const after = readCursor(input.cursor)
  return and(
    input.status ? STATUS_IS[input.status] : undefined,
    input.level
      ? input.level === 'none'
        ? sql`${centralLevel} is null`
        : sql`${centralLevel} = ${input.level}`
      : undefined,
    input.mine
      ? sql`exists (select from incident_member m where m.incident_id = incident.id and m.account_id = ${viewerId}::uuid)`
      : undefined,
    input.text
      ? or(
          sql`${incident.title} ilike ${containing(input.text)}`,
          sql`exists (select from claim c where c.incident_id = incident.id and c.text ilike ${containing(input.text)})`,
        )
      : undefined,
    input.tag
      ? sql`exists (select from incident_tag t where t.incident_id = incident.id and t.tag = ${input.tag.toLowerCase()})`
      : undefined,
    input.place ? placeNamed(input.place) : undefined,
    after
      ? or(lt(incident.createdAt, after.at), and(eq(incident.createdAt, after.at), lt(incident.id, after.id)))
      : undefined,
  )
}

function readLines(reader: Reader, viewerId: string, input: Input) {
  return reader
    .select({
      id: incident.id,
      title: incident.title,
      type: incident.type,
      state: incident.state,
      occurred: incident.occurred,
      createdAt: incident.createdAt,
      place: sql<string | null>`(select n.name from place_name n where n.place_id = incident.place_id
        order by n.is_main desc, n.name, n.id limit 1)`,
      tags: sql<string[]>`array(select t.tag from incident_tag t where t.incident_id = incident.id order by 1)`,
      members: sql<{ id: string; name: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id), '[]'::jsonb)
        from incident_member m join account a on a.id = m.account_id where m.incident_id = incident.id)`,
      flags: {
        working: sql<string | null>`${working}`,
        publication: sql<string | null>`${newest}`,
        isVoting: sql<boolean>`${voting}`,
      },
    })
    .from(incident)
    .where(filters(viewerId, input))
    .orderBy(desc(incident.createdAt), desc(incident.id))
    .limit(input.limit + 1)
}

/** The central claims of a page of incidents, with what their votes came to and how many origins bear them out. */
async function readCentral(reader: Reader, ids: readonly string[]) {
  const central = new Map<string, NonNullable<IncidentLineView['central']>>()
  if (ids.length === 0) return central
  const rows = await reader
    .select({
      id: claim.id,
      incidentId: claim.incidentId,
      text: claim.text,
      level: finding.level,
      spread: finding.spread,
      fingerprint: round.fingerprint,
    })
    .from(claim)
    .leftJoin(round, and(eq(round.claimId, claim.id), eq(round.state, 'revealed')))
    .leftJoin(finding, eq(finding.roundId, round.id))
    .where(and(inArray(claim.incidentId, [...ids]), eq(claim.isCentral, true)))
    .limit(ids.length)
  const subjects = await readSubjects(reader, rows)
  for (const { incidentId, id, text, level, spread, fingerprint } of rows) {
    const subject = subjects.get(id)
    central.set(incidentId, {
      id,
      text,
      level,
      heading: level === null ? null : headingOf(level, spread),
      isStale: fingerprint !== null && subject !== undefined && isStale(fingerprint, subject.fingerprint),
      originsCount: subject?.origins.count ?? 0,
    })
  }
  return central
}
