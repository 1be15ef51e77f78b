import { z } from 'zod'
import { isSlug } from '../slug'
import { CLOSE_REASONS, INCIDENT_TYPES, RELATION_KINDS } from '../words'
import { LEVELS } from '../levels'
import { partiesInTwoSides } from '../incident'
import { cursor, id, version, when } from './common'
import { line, LIMITS, reason, requiredLine } from './text'

export const TAG_MAX = 60
const TAGS_MOST = 30
const PARTIES_MOST = 100
export const SIDES_MOST = 20

/** Lower case, each once. */
const tags = z
  .array(requiredLine('A tag', TAG_MAX).transform((tag) => tag.toLowerCase()))
  .max(TAGS_MOST, `At most ${TAGS_MOST} tags.`)
  .transform((all) => [...new Set(all)])

const partyIds = z
  .array(id)
  .max(PARTIES_MOST, `At most ${PARTIES_MOST} parties.`)
  .transform((all) => [...new Set(all)])

const details = {
  title: requiredLine('The title', LIMITS.title),
  type: z.enum(INCIDENT_TYPES, 'Choose what kind of incident it is.'),
  occurred: when('The time'),
  placeId: z.uuid('The place is still being added. Send it again in a moment.').nullable(),
  partyIds,
  tags,
}

export const createIncidentInput = z.strictObject({
  /** Chosen by whoever sends it, so that what is sent again because its answer was lost begins no second one. */
  id: id.optional(),
  ...details,
})
export const editIncidentInput = z.strictObject({ id, version, ...details })

export const changeSlugInput = z.strictObject({
  id,
  version,
  slug: requiredLine('The address', 80).refine(
    isSlug,
    'An address has small letters a–z, digits and single hyphens between them.',
  ),
})

export const setSidesInput = z.strictObject({
  id,
  version,
  /** Sides keep their id through a change of name or parties. A new one has none. */
  sides: z
    .array(z.strictObject({ id: id.nullable(), name: requiredLine('The name of a side', LIMITS.name), partyIds }))
    .max(SIDES_MOST, `At most ${SIDES_MOST} sides.`)
    .superRefine((sides, context) => {
      const names = sides.map((side) => side.name.toLowerCase())
      names.forEach((name, index) => {
        if (names.indexOf(name) !== index)
          context.addIssue({ code: 'custom', path: [index, 'name'], message: 'Two sides cannot have one name.' })
      })
      const twice = new Set(partiesInTwoSides(sides))
      sides.forEach((side, index) => {
        if (side.partyIds.some((partyId) => twice.has(partyId)))
          context.addIssue({
            code: 'custom',
            path: [index, 'partyIds'],
            message: 'A party can stand on one side of an incident at most.',
          })
      })
    }),
})

export const relateInput = z.strictObject({
  id,
  otherId: z.uuid('Choose the other incident.'),
  kind: z.enum(RELATION_KINDS),
})

export const closeIncidentInput = z
  .strictObject({
    id,
    version,
    closeReason: z.enum(CLOSE_REASONS, 'Say why it is closed.'),
    duplicateOf: id.nullable(),
    note: reason(),
  })
  .superRefine((input, context) => {
    if ((input.closeReason === 'duplicate') !== (input.duplicateOf !== null))
      context.addIssue({
        code: 'custom',
        path: ['duplicateOf'],
        message:
          input.duplicateOf === null ? 'Say which incident it is a duplicate of.' : 'Only a duplicate names another.',
      })
  })

export const reopenIncidentInput = z.strictObject({ id, version, note: reason() })

/** What the queue can be narrowed to; an incident may be several of these at once. */
export const INCIDENT_STATUSES = [
  'new',
  'voting',
  'draft',
  'in_review',
  'approved',
  'published',
  'retracted',
  'closed',
] as const
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number]

export const INCIDENTS_MOST = 50

export const listIncidentsInput = z.strictObject({
  status: z.enum(INCIDENT_STATUSES).nullish(),
  /** Of the central claim's finding; `none`: it has none. */
  level: z.enum([...LEVELS, 'none']).nullish(),
  mine: z.boolean().nullish(),
  text: line('The search', LIMITS.name).nullish(),
  tag: line('The tag', TAG_MAX).nullish(),
  place: line('The place', LIMITS.name).nullish(),
  cursor,
  limit: z.int().min(1).max(INCIDENTS_MOST).default(30),
})
export type IncidentFilters = Omit<z.input<typeof listIncidentsInput>, 'cursor' | 'limit'>

export const findIncidentsInput = z.strictObject({ text: line('The search', LIMITS.name) })
