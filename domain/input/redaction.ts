import { z } from 'zod'
import { cursor, id } from './common'
import { BYLINE_MAX } from './revision'
import { reason, requiredLine } from './text'

export const redactionTarget = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('publication'), publicationId: id }),
    z.strictObject({ kind: z.literal('capture'), captureId: id }),
    z.strictObject({ kind: z.literal('byline'), publicationId: id, byline: requiredLine('The byline', BYLINE_MAX) }),
    /** `renditionId`: of what is published in another language; the version itself stays. */
    z.strictObject({ kind: z.literal('translation'), renditionId: id }),
  ],
  'Choose what must go.',
)

/** `publicReason` stands in public where the thing stood: it must not say again what is taken away. */
export const proposeRedactionInput = z.strictObject({
  incidentId: id,
  target: redactionTarget,
  publicReason: reason('A public reason'),
})
export const confirmRedactionInput = z.strictObject({ id })
export const declineRedactionInput = z.strictObject({ id, reason: reason() })
export const listRedactionsInput = z.strictObject({
  incidentId: id,
  cursor,
  limit: z.int().min(1).max(50).default(20),
})

export type RedactionTarget = z.infer<typeof redactionTarget>
export type ProposeRedactionInput = z.infer<typeof proposeRedactionInput>
export type ConfirmRedactionInput = z.infer<typeof confirmRedactionInput>
export type DeclineRedactionInput = z.infer<typeof declineRedactionInput>
export type ListRedactionsInput = z.infer<typeof listRedactionsInput>
