import { z } from 'zod'
import { ORIGIN_MODES } from '../words'
import { id, version, when } from './common'
import { LIMITS, requiredLine } from './text'

/** Where information first comes from. Its party and the source that first carried it may be unknown. */
export const originFacts = {
  partyId: id.nullish().transform((partyId) => partyId ?? null),
  channel: requiredLine('How it came out', LIMITS.line),
  mode: z.enum(ORIGIN_MODES, 'Choose whether it was observed or asserted.'),
  dated: when('The date'),
  firstSourceId: id.nullish().transform((sourceId) => sourceId ?? null),
}

export const nameOriginInput = z.strictObject({ incidentId: id, ...originFacts })
export const changeOriginInput = z.strictObject({ incidentId: id, id, version, ...originFacts })

export type NameOriginInput = z.infer<typeof nameOriginInput>
export type ChangeOriginInput = z.infer<typeof changeOriginInput>
export type OriginFacts = Omit<NameOriginInput, 'incidentId'>
