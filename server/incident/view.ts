import { z } from 'zod'
import { HEADINGS, LEVELS } from '@/domain/levels'
import { INCIDENT_STATUSES } from '@/domain/input/incident'
import { INCIDENT_TYPES } from '@/domain/words'
import { INCIDENT_STATES } from '@/domain/workflow'

/** One line of the queue. */
export const incidentLineView = z.object({
  id: z.string(),
  title: z.string(),
  type: z.enum(INCIDENT_TYPES),
  state: z.enum(INCIDENT_STATES),
  /** Where it stands; of several the one furthest on. */
  statuses: z.array(z.enum(INCIDENT_STATUSES)),
  occurredWords: z.string().nullable(),
  place: z.string().nullable(),
  tags: z.array(z.string()),
  central: z
    .object({
      id: z.string(),
      text: z.string(),
      level: z.enum(LEVELS).nullable(),
      heading: z.enum(HEADINGS).nullable(),
      isStale: z.boolean(),
      originsCount: z.number(),
    })
    .nullable(),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
  createdAt: z.date(),
})

export const incidentListView = z.object({ items: z.array(incidentLineView), nextCursor: z.string().nullable() })

/** What a picker of incidents shows. */
export const incidentHitsView = z.array(z.object({ id: z.string(), title: z.string(), slug: z.string() }))

export type IncidentLineView = z.infer<typeof incidentLineView>
export type IncidentListView = z.infer<typeof incidentListView>
export type IncidentHitsView = z.infer<typeof incidentHitsView>
