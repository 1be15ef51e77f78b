import { approveInput, listReviewsInput } from '@/domain/input/review'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { approveRevision } from './approve'
import { listReviews } from './list'
import { reviewList } from './view'

export const reviewRouter = router({
  approve: procedure.input(approveInput).output(workspaceView).mutation(approveRevision),
  list: procedure.input(listReviewsInput).output(reviewList).query(listReviews),
})
