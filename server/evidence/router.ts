import { attachEvidenceInput, changeEvidenceInput, withdrawEvidenceInput } from '@/domain/input/evidence'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { attachEvidence } from './attach'
import { changeEvidence } from './change'
import { withdrawEvidence } from './withdraw'

export const evidenceRouter = router({
  attach: procedure.input(attachEvidenceInput).output(workspaceView).mutation(attachEvidence),
  change: procedure.input(changeEvidenceInput).output(workspaceView).mutation(changeEvidence),
  withdraw: procedure.input(withdrawEvidenceInput).output(workspaceView).mutation(withdrawEvidence),
})
