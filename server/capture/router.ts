import { readCaptureInput, takeCaptureInput } from '@/domain/input/capture'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { readCapture } from './read'
import { takeCapture } from './take'
import { captureView } from './view'

export const captureRouter = router({
  read: procedure.input(readCaptureInput).output(captureView).query(readCapture),
  take: procedure.input(takeCaptureInput).output(workspaceView).mutation(takeCapture),
})
