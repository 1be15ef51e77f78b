import { readCaptureInput, takeCaptureInput } from '@/domain/input/capture'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { compareCapture } from './compare'
import { readCapture } from './read'
import { takeCapture } from './take'
import { captureView, differenceView } from './view'

export const captureRouter = router({
  compare: procedure.input(readCaptureInput).output(differenceView).query(compareCapture),
  read: procedure.input(readCaptureInput).output(captureView).query(readCapture),
  take: procedure.input(takeCaptureInput).output(workspaceView).mutation(takeCapture),
})
