import { endOtherSessionsInput, endSessionInput, listSessionsInput } from '@/domain/input/session'
import { procedure, router } from '../trpc'
import { endOtherSessions } from './end-others'
import { endOwnSession } from './end-own'
import { listSessions } from './list'
import { sessionList } from './view'

export const sessionRouter = router({
  list: procedure.input(listSessionsInput).output(sessionList).query(listSessions),
  end: procedure.input(endSessionInput).output(sessionList).mutation(endOwnSession),
  endOthers: procedure.input(endOtherSessionsInput).output(sessionList).mutation(endOtherSessions),
})
