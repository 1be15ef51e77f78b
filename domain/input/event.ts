import { z } from 'zod'
import { EVENT_GROUPS } from '../event-group'
import { cursor, id } from './common'

/** Whoever no account stands for: the program, or who runs the machine. */
export const PROGRAM = 'program'

/** PostgreSQL counts from the year 1 on, and the calendar of `<input type="date">` too. */
const day = z
  .string('A day is text.')
  .refine(
    (text) => z.iso.date().safeParse(text).success && text >= '0001',
    'This is no day of the calendar. Write it as 2024-03-14.',
  )

const filters = {
  group: z.enum(EVENT_GROUPS, 'There is no such kind of event.').nullish(),
  /** Who did it: an account, or the program by itself. */
  person: z.union([z.literal(PROGRAM), id], 'There is nobody by this name.').nullish(),
  /** On this day (UTC) or later. */
  from: day.nullish(),
  /** On this day (UTC) or earlier. */
  to: day.nullish(),
}

const inOrder = ({ from, to }: { from?: string | null | undefined; to?: string | null | undefined }) =>
  from == null || to == null || from <= to
const ORDER = { path: ['to'], message: 'The last day lies before the first.' }

/** What the address of a history may narrow it to. */
export const eventFilters = z.strictObject(filters).refine(inOrder, ORDER)
export type EventFilters = z.output<typeof eventFilters>

export const listEventsInput = z
  .strictObject({
    /** Null: of what belongs to no incident: the team, its people, its parties and places. */
    incidentId: id.nullable(),
    ...filters,
    cursor,
    limit: z.int().min(1).max(100).default(50),
  })
  .refine(inOrder, ORDER)
