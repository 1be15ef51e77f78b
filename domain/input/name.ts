import { z } from 'zod'
import { id, version } from './common'
import { LIMITS, line } from './text'

/** Names that are being typed, and the record they are typed for, which is not suggested to itself. */
export const alikeInput = z.strictObject({
  names: z.array(line('The name', LIMITS.name)).max(50),
  exceptId: id.nullish(),
})

/** `id` is the record that goes, `intoId` the one that stays. */
export const mergeEffectInput = z.strictObject({ id, intoId: id })
export const mergeInput = z.strictObject({ id, version, intoId: id, intoVersion: version })

export const tellApartInput = z.strictObject({ id, otherId: id })

export const doublesInput = z.strictObject({ limit: z.int().min(1).max(50).default(20) })

export type AlikeInput = z.output<typeof alikeInput>
export type MergeEffectInput = z.output<typeof mergeEffectInput>
export type MergeInput = z.output<typeof mergeInput>
export type TellApartInput = z.output<typeof tellApartInput>
export type DoublesInput = z.output<typeof doublesInput>
