import { openRoundInput, revealRoundInput } from '@/domain/input/round'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { openRound } from './open'
import { revealRound } from './reveal'

export const roundRouter = router({
  open: procedure.input(openRoundInput).output(workspaceView).mutation(openRound),
  reveal: procedure.input(revealRoundInput).output(workspaceView).mutation(revealRound),
})
