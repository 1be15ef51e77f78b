import { addTranslationInput, listTranslationsInput } from '@/domain/input/excerpt'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { addTranslation } from './add'
import { listTranslations } from './list'
import { translationListView } from './view'

export const translationRouter = router({
  add: procedure.input(addTranslationInput).output(workspaceView).mutation(addTranslation),
  list: procedure.input(listTranslationsInput).output(translationListView).query(listTranslations),
})
