import { eq } from 'drizzle-orm'
import { incident } from '@/db/schema'
import type { ListIntakeInput } from '@/domain/input/intake'
import { can, type Actor } from '@/domain/policy'
import type { Db } from '@/db/client'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { trayOf } from './queries'

type Read = { db: Db; actor: Actor; input: ListIntakeInput; now: Date }

/** What is under way of one incident: what waits, is read, waits to be confirmed or has failed. */
export const listIntake = query(async ({ db, actor, input, now }: Read) => {
  demand(can(actor, 'desk.read'))
  const [found] = await db
    .select({ id: incident.id, state: incident.state })
    .from(incident)
    .where(eq(incident.id, input.incidentId))
  if (found === undefined) throw notFound('incident')
  return trayOf(db, actor, found, now)
})
