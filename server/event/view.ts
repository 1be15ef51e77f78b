import { z } from 'zod'
import { EVENT_KINDS } from '@/domain/event'

export const eventLineView = z.object({
  id: z.string(),
  at: z.date(),
  kind: z.enum(EVENT_KINDS),
  /** Null: the program, or whoever runs the machine. */
  actor: z.string().nullable(),
  words: z.string(),
  reason: z.string().nullable(),
})

export const eventListView = z.object({
  /** Of the incident whose history it is; null: the team's. */
  title: z.string().nullable(),
  items: z.array(eventLineView),
  nextCursor: z.string().nullable(),
})
export type EventListView = z.infer<typeof eventListView>
