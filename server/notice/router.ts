import { liftNoticeInput, putNoticeInput } from '@/domain/input/publication'
import { publishingProcedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { liftNotice } from './lift'
import { putNotice } from './put'

export const noticeRouter = router({
  lift: publishingProcedure.input(liftNoticeInput).output(workspaceView).mutation(liftNotice),
  put: publishingProcedure.input(putNoticeInput).output(workspaceView).mutation(putNotice),
})
