import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { stringify } from 'csv-stringify/sync'
import type { Db } from '@/db/client'
import { intake, source } from '@/db/schema'
import type { FailuresInput, OfIntakeListInput } from '@/domain/input/intake'
import { can, type Actor } from '@/domain/policy'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { listsOf, requireList } from './queries'

const PAGE = 100
const CAME_TO_NOTHING = inArray(intake.state, ['failed', 'cancelled'])

type Read<I> = { db: Db; actor: Actor; input: I }

/** What came of the lines of a list, a page at a time. */
export const listLines = query(async ({ db, actor, input }: Read<OfIntakeListInput>) => {
  const [list] = await listsOf(db, input.incidentId, input.listId)
  if (list === undefined) throw notFound('list')
  demand(can(actor, 'desk.read'))
  const rows = await db
    .select({
      id: intake.id,
      line: sql<number>`${intake.line}`,
      url: intake.url,
      state: intake.state,
      refusal: intake.refusal,
      refusalCode: intake.refusalCode,
      sourceId: intake.sourceId,
      title: source.title,
    })
    .from(intake)
    .leftJoin(source, eq(source.id, intake.sourceId))
    .where(
      and(
        eq(intake.listId, input.listId),
        gt(intake.line, input.cursor ?? 0),
        input.isFailures ? CAME_TO_NOTHING : undefined,
      ),
    )
    .orderBy(asc(intake.line))
    .limit(PAGE + 1)
  const lines = rows.slice(0, PAGE)
  return { list, lines, nextCursor: rows.length > PAGE ? (lines.at(-1)?.line ?? null) : null }
})

/** The lines that came to nothing, as a CSV that a spreadsheet opens without running anything in it. */
export const listFailures = query(async ({ db, actor, input }: Read<FailuresInput>) => {
  await requireList(db, input.incidentId, input.listId)
  demand(can(actor, 'desk.read'))
  const rows = await db
    .select({ line: intake.line, url: intake.url, state: intake.state, reason: intake.refusal })
    .from(intake)
    .where(and(eq(intake.listId, input.listId), CAME_TO_NOTHING))
    .orderBy(asc(intake.line))
  return {
    name: 'not-taken-in.csv',
    csv: stringify(
      rows.map(({ state, reason, ...row }) => ({
        ...row,
        reason: reason ?? (state === 'cancelled' ? 'Cancelled.' : null),
      })),
      { header: true, columns: ['line', 'url', 'reason'], escape_formulas: true, bom: true, record_delimiter: '\r\n' },
    ),
  }
})
