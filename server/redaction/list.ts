import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { incident } from '@/db/schema'
import type { ListRedactionsInput } from '@/domain/input/redaction'
import { can, type Actor } from '@/domain/policy'
import { query } from '../command'
import { demand, notFound } from '../fault'
import { readRedactions } from './queries'

export const listRedactions = query(
  async ({ db, actor, input }: { db: Db; actor: Actor; input: ListRedactionsInput }) => {
    const [known] = await db.select({ id: incident.id }).from(incident).where(eq(incident.id, input.incidentId))
    if (!known) throw notFound('incident')
    demand(can(actor, 'desk.read'))
    return readRedactions(db, actor, input)
  },
)
