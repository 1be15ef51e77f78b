import { z } from 'zod'
import { id } from './common'

/** Of an incident for the desk; with a number of one of its publications, for the public. */
export const exportBundleInput = z.strictObject({
  incidentId: id,
  number: z.coerce
    .number('Choose a version.')
    .int()
    .min(1)
    .max(1_000_000)
    .nullish()
    .transform((number) => number ?? null),
})

export type ExportBundleInput = z.infer<typeof exportBundleInput>
