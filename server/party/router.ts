import { byId } from '@/domain/input/common'
import {
  changePartyInput,
  createPartyInput,
  gradeOutletInput,
  listGradesInput,
  searchPartyInput,
} from '@/domain/input/party'
import { procedure, router } from '../trpc'
import { changeParty } from './change'
import { createParty } from './create'
import { gradeOutlet } from './grade'
import { getParty, listGrades, searchParty } from './read'
import { gradePage, partyPage, partyView } from './view'

export const partyRouter = router({
  change: procedure.input(changePartyInput).output(partyView).mutation(changeParty),
  create: procedure.input(createPartyInput).output(partyView).mutation(createParty),
  get: procedure.input(byId).output(partyView).query(getParty),
  grade: procedure.input(gradeOutletInput).output(partyView).mutation(gradeOutlet),
  grades: procedure.input(listGradesInput).output(gradePage).query(listGrades),
  search: procedure.input(searchPartyInput).output(partyPage).query(searchParty),
})
