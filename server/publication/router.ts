import { publishInput, retractInput } from '@/domain/input/publication'
import { publishingProcedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { publishRevision } from './publish'
import { retractAccount } from './retract'

export const publicationRouter = router({
  publish: publishingProcedure.input(publishInput).output(workspaceView).mutation(publishRevision),
  retract: publishingProcedure.input(retractInput).output(workspaceView).mutation(retractAccount),
})
