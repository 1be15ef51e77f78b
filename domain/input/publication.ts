import { z } from 'zod'
import { CORRECTION_KINDS } from '../words'
import { id } from './common'
import { reason } from './text'

/** A retraction is made by retracting. */
export const REPLACEMENT_KINDS = CORRECTION_KINDS.filter((kind) => kind !== 'retraction')

/** `correction`: from an incident's second publication on. Its note is public. */
export const publishInput = z.strictObject({
  revisionId: id,
  correction: z
    .strictObject({
      kind: z.enum(REPLACEMENT_KINDS, 'Choose what it is: a correction, an update or a clarification.'),
      note: reason('A note for readers'),
    })
    .nullish()
    .transform((correction) => correction ?? null),
})

/** `note` is public. */
export const retractInput = z.strictObject({ incidentId: id, note: reason('A note for readers') })

/** `reason` is public. */
export const putNoticeInput = z.strictObject({ incidentId: id, reason: reason() })
export const liftNoticeInput = z.strictObject({ incidentId: id, reason: reason() })

export type PublishInput = z.infer<typeof publishInput>
export type RetractInput = z.infer<typeof retractInput>
export type PutNoticeInput = z.infer<typeof putNoticeInput>
export type LiftNoticeInput = z.infer<typeof liftNoticeInput>
