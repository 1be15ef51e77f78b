import { withdrawExcerptInput } from '@/domain/input/excerpt'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { withdrawExcerpt } from './withdraw'

export const excerptRouter = router({
  withdraw: procedure.input(withdrawExcerptInput).output(workspaceView).mutation(withdrawExcerpt),
})
