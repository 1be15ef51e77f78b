import {
  compareLineageInput,
  confirmLineageInput,
  dismissHintInput,
  drawLineageInput,
  lineageEffectInput,
  listHintsInput,
  rejectLineageInput,
} from '@/domain/input/lineage'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { compareLineage } from './compare'
import { confirmLineage } from './confirm'
import { drawLineage } from './draw'
import { lineageEffect } from './effect'
import { dismissHint, listHints } from './hint'
import { rejectLineage } from './reject'
import { comparisonView, hintsView, lineageEffectView } from './view'

export const lineageRouter = router({
  compare: procedure.input(compareLineageInput).output(comparisonView).query(compareLineage),
  confirm: procedure.input(confirmLineageInput).output(workspaceView).mutation(confirmLineage),
  dismissHint: procedure.input(dismissHintInput).output(hintsView).mutation(dismissHint),
  draw: procedure.input(drawLineageInput).output(workspaceView).mutation(drawLineage),
  effect: procedure.input(lineageEffectInput).output(lineageEffectView).query(lineageEffect),
  hints: procedure.input(listHintsInput).output(hintsView).query(listHints),
  reject: procedure.input(rejectLineageInput).output(workspaceView).mutation(rejectLineage),
})
