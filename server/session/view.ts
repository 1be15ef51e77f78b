import { z } from 'zod'

export const sessionView = z.object({
  id: z.string(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  userAgent: z.string().nullable(),
  /** The one that asks. */
  isThis: z.boolean(),
})

export const sessionList = z.object({ sessions: z.array(sessionView), nextCursor: z.string().nullable() })

export type SessionList = z.output<typeof sessionList>
