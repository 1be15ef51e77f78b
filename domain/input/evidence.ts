import { z } from 'zod'
import { STANCES } from '../words'
import { passage } from './capture'
import { id, version } from './common'
import { quotation, translationFacts } from './excerpt'
import { originFacts } from './origin'
import { reason } from './text'

/** One of those already named in the incident, a new one, or unknown, which counts for none. */
export const originChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('named'), id }),
  z.strictObject({ kind: z.literal('new'), ...originFacts }),
])

const RELAYS_MAX = 10

/** Parties in order from the origin to the source, each once. */
const relays = z
  .array(id)
  .max(RELAYS_MAX, `At most ${RELAYS_MAX} relays.`)
  .refine((ids) => new Set(ids).size === ids.length, 'A party is named twice among the relays.')
  .default([])

const stance = z
  .enum(STANCES)
  .nullish()
  .transform((value) => value ?? null)

export const attachEvidenceInput = z
  .strictObject({
    incidentId: id,
    ...passage,
    exact: quotation,
    /** Null: background. */
    claimId: id.nullish().transform((claimId) => claimId ?? null),
    stance,
    origin: originChoice,
    relays,
    translation: translationFacts.nullish().transform((translation) => translation ?? null),
  })
  .superRefine((input, context) => {
    if ((input.claimId === null) === (input.stance === null)) return
    context.addIssue({
      code: 'custom',
      path: [input.claimId === null ? 'claimId' : 'stance'],
      message:
        input.claimId === null ? 'Choose the claim it bears on.' : 'Choose: does it support or dispute the claim?',
    })
  })

export const changeEvidenceInput = z.strictObject({
  incidentId: id,
  id,
  version,
  stance,
  origin: originChoice,
  relays,
})

export const withdrawEvidenceInput = z.strictObject({ incidentId: id, id, reason: reason() })

export type OriginChoice = z.infer<typeof originChoice>
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>
export type ChangeEvidenceInput = z.infer<typeof changeEvidenceInput>
export type WithdrawEvidenceInput = z.infer<typeof withdrawEvidenceInput>
