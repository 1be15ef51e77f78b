import { z } from 'zod'
import { LINEAGE_KINDS } from '../words'
import { id, version } from './common'
import { reason } from './text'

/** `sourceId` is a reprint, translation or scrape of `ofId`, or quotes it. */
const edge = { sourceId: id, ofId: id, kind: z.enum(LINEAGE_KINDS, 'Choose how the one goes back to the other.') }

export const drawLineageInput = z.strictObject({
  incidentId: id,
  ...edge,
  reason: reason('What shows it'),
  /** Confirms it in the same act; otherwise it stands as a suggestion, which joins nothing. */
  confirm: z.boolean().default(false),
})
/** `as`: what it turned out to be, where a suggestion had its kind or its direction wrong; of the same two sources. */
export const confirmLineageInput = z.strictObject({
  incidentId: id,
  id,
  version,
  as: z.strictObject(edge).optional(),
})
/** An edge, or a hint that two sources may share an origin: the two texts and what they share. */
export const compareLineageInput = z.strictObject({ incidentId: id, id })
export const listHintsInput = z.strictObject({ incidentId: id })
export const dismissHintInput = z.strictObject({ incidentId: id, id, version })
export const rejectLineageInput = z.strictObject({ incidentId: id, id, version, reason: reason() })
/** What an edge, confirmed, would make of the numbers of independent origins; `without`: what rejecting it would. */
export const lineageEffectInput = z.strictObject({ incidentId: id, ...edge, without: z.boolean().default(false) })

export type DrawLineageInput = z.infer<typeof drawLineageInput>
export type ConfirmLineageInput = z.infer<typeof confirmLineageInput>
export type CompareLineageInput = z.infer<typeof compareLineageInput>
export type ListHintsInput = z.infer<typeof listHintsInput>
export type DismissHintInput = z.infer<typeof dismissHintInput>
export type RejectLineageInput = z.infer<typeof rejectLineageInput>
export type LineageEffectInput = z.infer<typeof lineageEffectInput>
