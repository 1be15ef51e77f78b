import { z } from 'zod'
import { verdict } from '../verdict-view'

export const teamView = z.object({
  organisation: z.string(),
  address: z.string(),
  contact: z.string(),
  language: z.string(),
  quorum: z.number(),
  approvals: z.number(),
  version: z.number(),
  can: z.object({ edit: verdict }),
})

export type TeamView = z.output<typeof teamView>
