import { z } from 'zod'
import { id, version } from './common'
import { describedIfConfidential, sourceFacts } from './source'
import { httpUrl, LIMITS, optionalLine } from './text'

const optionalId = id.nullish().transform((given) => given ?? null)

export const askUrlInput = z.strictObject({
  incidentId: id,
  url: httpUrl('The address').refine((url): url is string => url !== null, 'Give the address of a page.'),
  /** Another capture of this source; otherwise a new source. */
  forSourceId: optionalId,
})

/** Beside the bytes, which come as the body of the request. */
export const askFileInput = z.strictObject({
  incidentId: id,
  fileName: optionalLine('The file’s name', LIMITS.line),
  forSourceId: optionalId,
})

/** Code points of a list: 1,000 addresses as long as they may be. */
const MOST_LIST = 2_000_000

export const askListInput = z.strictObject({
  incidentId: id,
  name: optionalLine('The list’s name', LIMITS.line),
  text: z
    .string('The list must be text.')
    .max(MOST_LIST, 'This list is far too long.')
    .refine((text) => text.trim() !== '', 'Paste or choose a list: one address a line, or a CSV with a header.'),
})

export const ofIntakeInput = z.strictObject({ incidentId: id, id })
export const listIntakeInput = z.strictObject({ incidentId: id })
export const ofIntakeListInput = z.strictObject({
  incidentId: id,
  listId: id,
  /** Nothing but what failed or was cancelled. */
  isFailures: z.boolean().default(false),
  /** The last line of the page before. */
  cursor: z.int().min(0).max(100_000).nullish(),
})
export const failuresInput = z.strictObject({ incidentId: id, listId: id })

/** What is confirmed of something that was read: as it was found, or edited. */
export const keepIntakeInput = z
  .strictObject({
    incidentId: id,
    id,
    version,
    ...sourceFacts,
    /** An outlet that the desk does not have yet; kept with the source. */
    newOutlet: optionalLine('The outlet', LIMITS.name),
    evenIfHeld: z.boolean().default(false),
  })
  .superRefine(describedIfConfidential)

export type AskUrlInput = z.infer<typeof askUrlInput>
export type AskFileInput = z.infer<typeof askFileInput>
export type AskListInput = z.infer<typeof askListInput>
export type OfIntakeInput = z.infer<typeof ofIntakeInput>
export type ListIntakeInput = z.infer<typeof listIntakeInput>
export type OfIntakeListInput = z.infer<typeof ofIntakeListInput>
export type FailuresInput = z.infer<typeof failuresInput>
export type KeepIntakeInput = z.infer<typeof keepIntakeInput>
