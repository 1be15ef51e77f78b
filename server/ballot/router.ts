import { castBallotInput, pendingBallotsInput, recuseInput } from '@/domain/input/ballot'
import { procedure, router } from '../trpc'
import { roundView } from '../workspace/view'
import { castBallot } from './cast'
import { pendingBallots } from './pending'
import { recuse } from './recuse'
import { pendingBallotsView } from './view'

export const ballotRouter = router({
  cast: procedure.input(castBallotInput).output(roundView).mutation(castBallot),
  pending: procedure.input(pendingBallotsInput).output(pendingBallotsView).query(pendingBallots),
  recuse: procedure.input(recuseInput).output(roundView).mutation(recuse),
})
