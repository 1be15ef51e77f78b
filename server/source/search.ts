import { and, desc, eq, exists, ilike, lt, notExists, or, sql } from 'drizzle-orm'
import { capture, incidentSource, party, source } from '@/db/schema'
import type { SearchSourceInput } from '@/domain/input/source'
import { can, type Actor } from '@/domain/policy'
import { formatWhen } from '@/domain/time'
import { query } from '../command'
import { pageOf, readCursor } from '../cursor'
import { demand } from '../fault'
import type { Db } from '@/db/client'

type Read = { db: Db; actor: Actor; input: SearchSourceInput }

/** `%` and `_` mean themselves in what people type. */
function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
}

/** Every source the desk knows, newest first, by a part of title, address or outlet's name. */
export const searchSources = query(async ({ db, actor, input }: Read) => {
  demand(can(actor, 'desk.read'))
  const after = readCursor(input.cursor)
  const pattern = likePattern(input.text)
  const rows = await db
    .select({
      id: source.id,
      kind: source.kind,
      medium: source.medium,
      title: source.title,
      url: source.url,
      outlet: party.name,
      language: source.language,
      published: source.published,
      isConfidential: source.isConfidential,
      createdAt: source.createdAt,
      isHeld: exists(db.select({ id: capture.id }).from(capture).where(eq(capture.sourceId, source.id))).mapWith(
        Boolean,
      ),
    })
    .from(source)
    .leftJoin(party, eq(party.id, source.outletId))
    .where(
      and(
        input.text === ''
          ? undefined
          : or(
              ilike(source.title, pattern),
              ilike(source.url, pattern),
              ilike(source.archiveUrl, pattern),
              ilike(party.name, pattern),
            ),
        input.exceptIncidentId
          ? notExists(
              db
                .select({ id: incidentSource.sourceId })
                .from(incidentSource)
                .where(
                  and(eq(incidentSource.sourceId, source.id), eq(incidentSource.incidentId, input.exceptIncidentId)),
                ),
            )
          : undefined,
        after
          ? or(lt(source.createdAt, after.at), and(eq(source.createdAt, after.at), sql`${source.id} < ${after.id}`))
          : undefined,
      ),
    )
    .orderBy(desc(source.createdAt), desc(source.id))
    .limit(input.limit + 1)
  const page = pageOf(rows, input.limit, (row) => ({ at: row.createdAt, id: row.id }))
  return {
    sources: page.items.map(({ createdAt: _, published, ...row }) => ({
      ...row,
      publishedWords: published === null ? null : formatWhen(published),
    })),
    nextCursor: page.nextCursor,
  }
})
