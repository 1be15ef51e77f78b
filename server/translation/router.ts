import { addTranslationInput } from '@/domain/input/excerpt'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { addTranslation } from './add'

export const translationRouter = router({
  add: procedure.input(addTranslationInput).output(workspaceView).mutation(addTranslation),
})
