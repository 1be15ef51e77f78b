import { liftNoticeInput, putNoticeInput } from '@/domain/input/publication'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { liftNotice } from './lift'
import { putNotice } from './put'

export const noticeRouter = router({
  lift: procedure.input(liftNoticeInput).output(workspaceView).mutation(liftNotice),
  put: procedure.input(putNoticeInput).output(workspaceView).mutation(putNotice),
})
