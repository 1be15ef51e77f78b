import { z } from 'zod'
import { cursor, id } from './common'

export const listEventsInput = z.strictObject({
  /** Null: of what belongs to no incident: the team, its people, its parties and places. */
  incidentId: id.nullable(),
  cursor,
  limit: z.int().min(1).max(100).default(50),
})
