import { confirmLineageInput, drawLineageInput, lineageEffectInput, rejectLineageInput } from '@/domain/input/lineage'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { confirmLineage } from './confirm'
import { drawLineage } from './draw'
import { lineageEffect } from './effect'
import { rejectLineage } from './reject'
import { lineageEffectView } from './view'

export const lineageRouter = router({
  confirm: procedure.input(confirmLineageInput).output(workspaceView).mutation(confirmLineage),
  draw: procedure.input(drawLineageInput).output(workspaceView).mutation(drawLineage),
  effect: procedure.input(lineageEffectInput).output(lineageEffectView).query(lineageEffect),
  reject: procedure.input(rejectLineageInput).output(workspaceView).mutation(rejectLineage),
})
