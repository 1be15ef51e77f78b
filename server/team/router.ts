import { noInput } from '@/domain/input/account'
import { changeTeamInput } from '@/domain/input/team'
import { procedure, publishingProcedure, router } from '../trpc'
import { changeTeam } from './change'
import { showTeam } from './show'
import { teamView } from './view'

export const teamRouter = router({
  change: publishingProcedure.input(changeTeamInput).output(teamView).mutation(changeTeam),
  show: procedure.input(noInput).output(teamView).query(showTeam),
})
