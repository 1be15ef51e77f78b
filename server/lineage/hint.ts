import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Reader } from '@/db/client'
import { originHint } from '@/db/schema'
import type { DismissHintInput, ListHintsInput } from '@/domain/input/lineage'
import { can, type Actor } from '@/domain/policy'
import { command, query, type Scope } from '../command'
import { conflict, demand, notFound } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { isSourceOf } from '../source/queries'
import { requirePicture } from '../workspace/queries'
import type { hintsView } from './view'

/** Pairs of sources with the same quotations, one of them the incident's; those that an edge connects by now left out. */
export const listHints = query(async ({ db, actor, input }: { db: Db; actor: Actor; input: ListHintsInput }) => {
  await requirePicture(db, input.incidentId, actor.id)
  demand(can(actor, 'desk.read'))
  return readHints(db, input.incidentId)
})

async function readHints(reader: Reader, incidentId: string): Promise<z.infer<typeof hintsView>> {
  const held = sql`(select source_id from incident_source where incident_id = ${incidentId})`
  const title = (table: string) =>
    sql`case when ${sql.raw(table)}.is_confidential and ${sql.raw(table)}.id not in ${held} then null else ${sql.raw(table)}.title end`
  const found = await reader.execute<z.infer<typeof hintsView>[number]>(sql`
    select h.id, h.version, h.source_id as "sourceId", h.other_id as "otherId", h.reason, h.strength,
      ${title('a')} as "sourceTitle", ${title('b')} as "otherTitle"
    from origin_hint h join source a on a.id = h.source_id join source b on b.id = h.other_id
    where h.state = 'suggested' and (h.source_id in ${held} or h.other_id in ${held})
      and not exists (select from lineage l where l.state <> 'rejected'
        and (l.source_id, l.of_id) in ((h.source_id, h.other_id), (h.other_id, h.source_id)))
    order by h.strength desc, h.id limit 200`)
  return found.rows
}

/** They share no origin, or nothing follows from it: it is not shown again. */
export const dismissHint = command(async ({ tx, actor, input, now, record }: Scope<Actor, DismissHintInput>) => {
  const incident = await lockIncident(tx, input.incidentId)
  const [hint] = await tx.select().from(originHint).where(eq(originHint.id, input.id)).for('no key update')
  const isOwn =
    hint !== undefined &&
    ((await isSourceOf(tx, input.incidentId, hint.sourceId)) || (await isSourceOf(tx, input.incidentId, hint.otherId)))
  if (!isOwn) throw notFound('hint')
  demand(can(actor, 'lineage.edit'))
  demandOpen(incident)
  if (hint.version !== input.version || hint.state !== 'suggested')
    throw conflict(await readHints(tx, input.incidentId))
  await tx
    .update(originHint)
    .set({ state: 'dismissed', decidedBy: actor.id, decidedAt: now, version: sql`${originHint.version} + 1` })
    .where(and(eq(originHint.id, hint.id), eq(originHint.version, hint.version)))
  await record('lineage.dismissed', {
    subjectId: hint.id,
    incidentId: input.incidentId,
    from: 'suggested',
    to: 'dismissed',
    detail: {},
  })
  return readHints(tx, input.incidentId)
})
