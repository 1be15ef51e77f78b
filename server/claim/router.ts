import {
  addClaimInput,
  editClaimInput,
  makeClaimCentralInput,
  restoreClaimInput,
  withdrawClaimInput,
} from '@/domain/input/claim'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { addClaim } from './add'
import { editClaim } from './edit'
import { makeClaimCentral } from './make-central'
import { restoreClaim } from './restore'
import { withdrawClaim } from './withdraw'

export const claimRouter = router({
  add: procedure.input(addClaimInput).output(workspaceView).mutation(addClaim),
  edit: procedure.input(editClaimInput).output(workspaceView).mutation(editClaim),
  makeCentral: procedure.input(makeClaimCentralInput).output(workspaceView).mutation(makeClaimCentral),
  restore: procedure.input(restoreClaimInput).output(workspaceView).mutation(restoreClaim),
  withdraw: procedure.input(withdrawClaimInput).output(workspaceView).mutation(withdrawClaim),
})
