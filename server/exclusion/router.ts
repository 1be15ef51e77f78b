import { liftExclusionInput, markExclusionInput } from '@/domain/input/capture'
import { exclusionsView } from '../capture/view'
import { procedure, router } from '../trpc'
import { liftExclusion } from './lift'
import { markExclusion } from './mark'

export const exclusionRouter = router({
  mark: procedure.input(markExclusionInput).output(exclusionsView).mutation(markExclusion),
  lift: procedure.input(liftExclusionInput).output(exclusionsView).mutation(liftExclusion),
})
