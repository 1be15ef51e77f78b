import { and, eq } from 'drizzle-orm'
import { publication } from '@/db/schema'
import type { ExportBundleInput } from '@/domain/input/bundle'
import { can, type Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import { command, type Scope } from '../command'
import { demand, notFound, refusal } from '../fault'
import { lockIncident } from '../incident/queries'
import type { Incident } from './desk'
import type { Published } from './public'

export type Order = { incident: Incident; published: Published | null }

/** What is to be bundled; that it was is in the history before the first byte leaves. */
export const exportBundle = command(
  async ({ tx, actor, input, record }: Scope<Actor, ExportBundleInput>): Promise<Order> => {
    const { incidentId, number } = input
    const { slug, title } = await lockIncident(tx, incidentId)
    demand(can(actor, 'bundle.export'))
    const incident = { id: incidentId, slug, title }
    if (number === null) {
      await record('bundle.exported', { subjectId: incidentId, incidentId, detail: { number } })
      return { incident, published: null }
    }
    const [row] = await tx
      .select()
      .from(publication)
      .where(and(eq(publication.incidentId, incidentId), eq(publication.number, number)))
    if (row === undefined) throw notFound('publication')
    const { document } = row
    if (document === null)
      throw refusal(refused('bundle.redacted', 'This version was redacted: nothing of it is left.'))
    await record('bundle.exported', { subjectId: incidentId, incidentId, detail: { number } })
    return { incident, published: { ...row, document } }
  },
)
