import { desc, ilike } from 'drizzle-orm'
import type { z } from 'zod'
import { incident } from '@/db/schema'
import type { findIncidentsInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import type { IncidentHitsView } from './view'

/** Incidents by a part of their title, for a picker. */
export const findIncidents = query<z.output<typeof findIncidentsInput>, IncidentHitsView>(
  async ({ db, actor, input }) => {
    demand(can(actor, 'desk.read'))
    const pattern = `%${input.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    return db
      .select({ id: incident.id, title: incident.title, slug: incident.slug })
      .from(incident)
      .where(ilike(incident.title, pattern))
      .orderBy(desc(incident.createdAt), desc(incident.id))
      .limit(FOUND_MOST)
  },
)

const FOUND_MOST = 20
