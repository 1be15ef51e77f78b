import { z } from 'zod'
import { LEVELS } from '../levels'
import { cursor, id } from './common'
import { LIMITS, prose, reason } from './text'

export const castBallotInput = z.strictObject({
  roundId: id,
  level: z.enum(LEVELS, 'Choose a level.'),
  /** Needed at both ends of the scale and for `unknown`. */
  reason: prose('The reason', LIMITS.reason),
  isReasonPublic: z.boolean(),
})

export const recuseInput = z.strictObject({ roundId: id, reason: reason('A reason for the recusal') })

export const pendingBallotsInput = z.strictObject({ cursor, limit: z.int().min(1).max(20).default(10) })
