import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { incident, publication, revision } from '@/db/schema'
import type { ListVersionsInput } from '@/domain/input/revision'
import { can, type Actor } from '@/domain/policy'
import { query } from '../command'
import { pageOf, readCursor } from '../cursor'
import { demand, notFound } from '../fault'
import { isOwnText } from './queries'
import type { VersionList } from './view'

const authors = sql<string[]>`(
  select coalesce(jsonb_agg(a.name order by ra.since, a.name), '[]'::jsonb)
  from revision_author ra join account a on a.id = ra.account_id where ra.revision_id = ${revision.id})`

/** Every text that an incident had, newest first. */
export const listVersions = query(
  async ({ db, actor, input }: { db: Db; actor: Actor; input: ListVersionsInput }): Promise<VersionList> => {
    const [known] = await db.select({ id: incident.id }).from(incident).where(eq(incident.id, input.incidentId))
    if (!known) throw notFound('incident')
    demand(can(actor, 'desk.read'))
    const key = readCursor(input.cursor)
    const rows = await db
      .select({
        id: revision.id,
        state: revision.state,
        createdAt: revision.createdAt,
        submittedAt: revision.submittedAt,
        endedAt: revision.endedAt,
        endReason: revision.endReason,
        authors,
        number: publication.number,
        correctionKind: publication.correctionKind,
        isRedacted: sql<boolean>`${publication.document} is null`,
      })
      .from(revision)
      .leftJoin(publication, eq(publication.revisionId, revision.id))
      .where(
        and(
          eq(revision.incidentId, known.id),
          isOwnText,
          key === null
            ? undefined
            : or(lt(revision.createdAt, key.at), and(eq(revision.createdAt, key.at), lt(revision.id, key.id))),
        ),
      )
      .orderBy(desc(revision.createdAt), desc(revision.id))
      .limit(input.limit + 1)
    const page = pageOf(rows, input.limit, (row) => ({ at: row.createdAt, id: row.id }))
    return {
      ...page,
      items: page.items.map(({ number, correctionKind, isRedacted, ...row }) => ({
        ...row,
        publication: number === null ? null : { number, correctionKind, isRedacted },
      })),
    }
  },
)
