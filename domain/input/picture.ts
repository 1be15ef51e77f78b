import { z } from 'zod'
import { id } from './common'

/** A picture of an incident: of one of its captures, or of what is being taken in. */
export const pictureInput = z.union([
  z.strictObject({ incidentId: id, captureId: id }),
  z.strictObject({ incidentId: id, intakeId: id }),
])

export type PictureInput = z.output<typeof pictureInput>
