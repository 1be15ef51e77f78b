import { z } from 'zod'
import { cursor, id } from './common'

export const listEventsInput = z.strictObject({
  incidentId: id,
  cursor,
  limit: z.int().min(1).max(100).default(50),
})
