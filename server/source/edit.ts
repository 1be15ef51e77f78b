import { and, eq, sql } from 'drizzle-orm'
import { source } from '@/db/schema'
import type { EditSourceInput } from '@/domain/input/source'
import { can, type Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { conflict, demand } from '../fault'
import { demandOpen } from '../incident/queries'
import { lockReached } from '../lineage/queries'
import { readWorkspace } from '../workspace/queries'
import { demandParty, lockSource } from './queries'

/** Changes what is known of a source. Its outlet is read by rule 3, so every incident it reaches is locked. */
export const editSource = command(async ({ tx, actor, input, record, unchanged }: Scope<Actor, EditSourceInput>) => {
  const { incidentId, id, version, ...facts } = input
  const incident = await lockReached(tx, incidentId, [id])
  const current = await lockSource(tx, incidentId, id)
  demand(can(actor, 'source.edit'))
  demandOpen(incident)
  if (current.version !== version) throw conflict(await readWorkspace(tx, actor, incidentId))
  await demandParty(tx, facts.outletId, ['outletId'])
  const keys = Object.keys(facts) as (keyof typeof facts)[]
  const changed = keys.filter((key) => facts[key] !== current[key])
  if (changed.length === 0) unchanged()
  else {
    const written = await tx
      .update(source)
      .set({ ...facts, version: sql`${source.version} + 1` })
      .where(and(eq(source.id, id), eq(source.version, version)))
      .returning({ id: source.id })
    if (written.length === 0) throw conflict()
    await record('source.changed', { subjectId: id, incidentId, detail: { changed } })
  }
  return readWorkspace(tx, actor, incidentId)
})
