import { z } from 'zod'
import { id, version, when } from './common'
import { LIMITS, reason, requiredLine } from './text'

const CLAIMANTS_MOST = 50

const details = {
  text: requiredLine('The claim', LIMITS.claim),
  claimantIds: z
    .array(id)
    .max(CLAIMANTS_MOST, `At most ${CLAIMANTS_MOST} claimants.`)
    .transform((all) => [...new Set(all)]),
  firstSourceId: id.nullable(),
  firstAppeared: when('The first appearance'),
}

export const addClaimInput = z.strictObject({ questionId: id, ...details })
export const editClaimInput = z.strictObject({ id, version, ...details })
export const makeClaimCentralInput = z.strictObject({ id, version })
export const withdrawClaimInput = z.strictObject({ id, version, reason: reason() })
export const restoreClaimInput = z.strictObject({ id, version, reason: reason() })
