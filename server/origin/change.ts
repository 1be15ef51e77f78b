import { and, eq, sql } from 'drizzle-orm'
import { origin } from '@/db/schema'
import type { ChangeOriginInput } from '@/domain/input/origin'
import { can, type Actor } from '@/domain/policy'
import type { Scope } from '../command'
import { command } from '../command'
import { conflict, demand, notFound } from '../fault'
import { demandOpen, lockIncident } from '../incident/queries'
import { readWorkspace } from '../workspace/queries'
import { demandOriginFacts, lockOrigin } from './queries'

export const changeOrigin = command(
  async ({ tx, actor, input, record, unchanged }: Scope<Actor, ChangeOriginInput>) => {
    const { incidentId, id, version, ...facts } = input
    const incident = await lockIncident(tx, incidentId)
    const current = await lockOrigin(tx, incidentId, id)
    if (current === null) throw notFound('origin')
    demand(can(actor, 'evidence.edit'))
    demandOpen(incident)
    if (current.version !== version) throw conflict(await readWorkspace(tx, actor, incidentId))
    await demandOriginFacts(tx, incidentId, facts)
    const keys = Object.keys(facts) as (keyof typeof facts)[]
    const changed = keys.filter((key) => facts[key] !== current[key])
    if (changed.length === 0) unchanged()
    else {
      const written = await tx
        .update(origin)
        .set({ ...facts, version: sql`${origin.version} + 1` })
        .where(and(eq(origin.id, id), eq(origin.version, version)))
        .returning({ id: origin.id })
      if (written.length === 0) throw conflict()
      await record('origin.changed', { subjectId: id, incidentId, detail: { changed } })
    }
    return readWorkspace(tx, actor, incidentId)
  },
)
