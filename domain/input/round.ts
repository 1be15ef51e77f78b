import { z } from 'zod'
import { id } from './common'
import { LIMITS, prose } from './text'

export const openRoundInput = z.strictObject({
  claimId: id,
  /** The claim's newest round as the screen showed it; null where it had none. Another since then is a CONFLICT. */
  lastRoundId: id.nullable(),
  /** Needed where the evidence is the same as in that round. */
  reason: prose('The reason', LIMITS.reason),
})

export const revealRoundInput = z.strictObject({ roundId: id })
