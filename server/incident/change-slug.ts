import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { slug } from '@/db/schema'
import type { changeSlugInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { command } from '../command'
import { badInput, demand } from '../fault'
import { readWorkspace } from '../workspace/queries'
import type { WorkspaceView } from '../workspace/view'
import { demandOpen, demandVersion, lockIncident, writeIncident } from './queries'
import { lockSlugs } from './slug'

/** Another public address. The old one is retired, never freed: it goes on leading here. */
export const changeSlug = command<z.output<typeof changeSlugInput>, WorkspaceView>(
  async ({ tx, actor, input, now, record, unchanged }) => {
    const row = await lockIncident(tx, input.id)
    demand(can(actor, 'incident.edit'))
    demandOpen(row)
    const current = () => readWorkspace(tx, actor, row.id)
    await demandVersion(row, input.version, current)
    if (row.slug === input.slug) {
      unchanged()
      return current()
    }
    await lockSlugs(tx)
    const [taken] = await tx.select().from(slug).where(eq(slug.slug, input.slug)).for('update')
    if (taken && taken.incidentId !== row.id)
      throw badInput([{ path: ['slug'], message: 'Another incident has this address, or had it once.' }])
    await tx.update(slug).set({ retiredAt: now }).where(eq(slug.slug, row.slug))
    if (taken) await tx.update(slug).set({ retiredAt: null }).where(eq(slug.slug, input.slug))
    else await tx.insert(slug).values({ slug: input.slug, incidentId: row.id, createdAt: now })
    await writeIncident(tx, row, { slug: input.slug, updatedAt: now })
    await record('incident.changed', {
      subjectId: row.id,
      incidentId: row.id,
      from: row.slug,
      to: input.slug,
      detail: { changed: ['address'] },
    })
    return current()
  },
)
