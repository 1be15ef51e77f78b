import { addQuestionInput, editQuestionInput, reorderQuestionsInput } from '@/domain/input/question'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { addQuestion } from './add'
import { editQuestion } from './edit'
import { reorderQuestions } from './reorder'

export const questionRouter = router({
  add: procedure.input(addQuestionInput).output(workspaceView).mutation(addQuestion),
  edit: procedure.input(editQuestionInput).output(workspaceView).mutation(editQuestion),
  reorder: procedure.input(reorderQuestionsInput).output(workspaceView).mutation(reorderQuestions),
})
