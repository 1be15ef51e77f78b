import { publishInput, retractInput } from '@/domain/input/publication'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { publishRevision } from './publish'
import { retractAccount } from './retract'

export const publicationRouter = router({
  publish: procedure.input(publishInput).output(workspaceView).mutation(publishRevision),
  retract: procedure.input(retractInput).output(workspaceView).mutation(retractAccount),
})
