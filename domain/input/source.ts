import { z } from 'zod'
import { MEDIUMS, SOURCE_KINDS } from '../words'
import { captureText } from './capture'
import { cursor, id, version, when } from './common'
import { httpUrl, language, LIMITS, line, optionalLine, prose } from './text'

/** What is known of a source; every part of it may be unknown (null). */
export const sourceFacts = {
  medium: z.enum(MEDIUMS, 'Choose what kind of thing it is.'),
  outletId: id.nullish().transform((outletId) => outletId ?? null),
  url: httpUrl('The address'),
  archiveUrl: httpUrl('The archived address'),
  title: optionalLine('The title', LIMITS.title),
  byline: optionalLine('The byline', LIMITS.name),
  language: language(),
  published: when('The date'),
  isConfidential: z.boolean().default(false),
  publicDescription: prose('The public description', LIMITS.line)
    .nullish()
    .transform((text) => (text === undefined || text === null || text === '' ? null : text)),
}

type Described = { isConfidential: boolean; publicDescription: string | null }

/** Rule 14: of a confidential source, readers get an editor's description and nothing else. */
export function describedIfConfidential(source: Described, context: z.RefinementCtx): void {
  if (!source.isConfidential || source.publicDescription !== null) return
  context.addIssue({
    code: 'custom',
    path: ['publicDescription'],
    message: 'Say what readers are told of this source instead of its name.',
  })
}

export const addSourceInput = z
  .strictObject({
    incidentId: id,
    kind: z.enum(SOURCE_KINDS),
    ...sourceFacts,
    /** The pasted text; without it the source is known of, but not held. */
    text: captureText.nullish().transform((text) => text ?? null),
    evenIfHeld: z.boolean().default(false),
  })
  .superRefine(describedIfConfidential)

export const editSourceInput = z
  .strictObject({ incidentId: id, id, version, ...sourceFacts })
  .superRefine(describedIfConfidential)

export const linkSourceInput = z.strictObject({ incidentId: id, sourceId: id })

export const searchSourceInput = z.strictObject({
  /** Part of a title, an address or an outlet's name; empty for the newest. */
  text: line('The search', LIMITS.line).default(''),
  /** Leaves out what this incident already has. */
  exceptIncidentId: id.nullish(),
  limit: z.int().min(1).max(50).default(20),
  cursor,
})

export type AddSourceInput = z.infer<typeof addSourceInput>
export type EditSourceInput = z.infer<typeof editSourceInput>
export type LinkSourceInput = z.infer<typeof linkSourceInput>
export type SearchSourceInput = z.infer<typeof searchSourceInput>
