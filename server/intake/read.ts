import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { account, incidentSource, intake, source } from '@/db/schema'
import type { OfIntakeInput } from '@/domain/input/intake'
import { can, type Actor } from '@/domain/policy'
import { codePointLength } from '@/domain/text'
import { whereBytesHeld, whereHeld } from '../capture/queries'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { isSourceOf } from '../source/queries'
import { findOutlet } from './keep-source'
import { itemColumns } from './queries'
import type { ReadView } from './view'

type Read = { db: Db; actor: Actor; input: OfIntakeInput }

const NO_FACTS = { title: null, byline: null, outlet: null, language: null, published: null }

/** One thing that is taken in, with all that was read of it. */
export const readIntakeView = query(async ({ db, actor, input }: Read): Promise<ReadView> => {
  const [row] = await db
    .select({ ...itemColumns, row: intake })
    .from(intake)
    .innerJoin(account, eq(account.id, intake.askedBy))
    .where(and(eq(intake.id, input.id), eq(intake.incidentId, input.incidentId)))
  if (row === undefined) throw notFound('page or file')
  demand(can(actor, 'desk.read'))
  const { row: whole, ...item } = row
  const facts = { ...NO_FACTS, ...whole.facts }
  return {
    ...item,
    text: whole.text,
    textLength: codePointLength(whole.text ?? ''),
    pageStarts: whole.pageStarts,
    facts,
    outlet: facts.outlet === null ? null : await findOutlet(db, facts.outlet.value),
    image: whole.image,
    fetched: whole.fetch && { ...whole.fetch, redirects: whole.fetch.redirects.length },
    held: await heldAlready(db, whole),
  }
})

/** What the desk has already: this text, this file, or a source at this address. */
async function heldAlready(db: Db, row: typeof intake.$inferSelect): Promise<ReadView['held']> {
  if (row.state !== 'ready') return []
  const byText = row.text ? await whereHeld(db, row.textSha256 ?? '') : null
  const byFile = await whereBytesHeld(db, row.storedSha256 ?? '')
  const found = [
    ...(byText === null ? [] : [{ by: 'text' as const, sourceId: byText.sourceId, title: byText.title }]),
    ...(byFile === null ? [] : [{ by: 'file' as const, sourceId: byFile.sourceId, title: byFile.title }]),
    ...(await atAddress(db, row)),
  ]
  const once = found.filter(({ sourceId }, at) => found.findIndex((other) => other.sourceId === sourceId) === at)
  const told = once.filter(({ sourceId }) => sourceId !== row.forSourceId)
  return Promise.all(told.map(async (one) => ({ ...one, isHere: await isSourceOf(db, row.incidentId, one.sourceId) })))
}

async function atAddress(db: Db, row: typeof intake.$inferSelect) {
  const addresses = [row.url, row.fetch?.finalUrl].filter((url) => typeof url === 'string')
  if (addresses.length === 0) return []
  const rows = await db
    .select({ sourceId: source.id, title: source.title })
    .from(source)
    .leftJoin(
      incidentSource,
      and(eq(incidentSource.sourceId, source.id), eq(incidentSource.incidentId, row.incidentId)),
    )
    .where(sql`${source.url} in ${addresses}`)
    .orderBy(sql`${incidentSource.addedAt} is null`, source.createdAt)
    .limit(1)
  return rows.map((found) => ({ by: 'address' as const, ...found }))
}
