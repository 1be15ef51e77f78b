import { noInput } from '@/domain/input/account'
import { changeTeamInput } from '@/domain/input/team'
import { procedure, router } from '../trpc'
import { changeTeam } from './change'
import { showTeam } from './show'
import { teamView } from './view'

export const teamRouter = router({
  change: procedure.input(changeTeamInput).output(teamView).mutation(changeTeam),
  show: procedure.input(noInput).output(teamView).query(showTeam),
})
