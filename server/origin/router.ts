import { changeOriginInput, nameOriginInput } from '@/domain/input/origin'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { changeOrigin } from './change'
import { nameOrigin } from './name'

export const originRouter = router({
  name: procedure.input(nameOriginInput).output(workspaceView).mutation(nameOrigin),
  change: procedure.input(changeOriginInput).output(workspaceView).mutation(changeOrigin),
})
