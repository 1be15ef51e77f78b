import { byId } from '@/domain/input/common'
import {
  changePartyInput,
  createPartyInput,
  gradeOutletInput,
  listGradesInput,
  searchPartyInput,
} from '@/domain/input/party'
import { alikeInput, doublesInput, mergeEffectInput, mergeInput, tellApartInput } from '@/domain/input/name'
import { apartView, mergeEffectView, usesView } from '../merge-view'
import { procedure, router } from '../trpc'
import { alikeParties, doubleParties, tellPartiesApart } from './alike'
import { changeParty } from './change'
import { createParty } from './create'
import { gradeOutlet } from './grade'
import { mergeParty } from './merge'
import { partyMergeEffect } from './merge-effect'
import { getParty, listGrades, searchParty } from './read'
import { partyUses } from './uses'
import { alikeView, doublesView, gradePage, partyPage, partyView } from './view'

export const partyRouter = router({
  alike: procedure.input(alikeInput).output(alikeView).query(alikeParties),
  change: procedure.input(changePartyInput).output(partyView).mutation(changeParty),
  create: procedure.input(createPartyInput).output(partyView).mutation(createParty),
  doubles: procedure.input(doublesInput).output(doublesView).query(doubleParties),
  get: procedure.input(byId).output(partyView).query(getParty),
  grade: procedure.input(gradeOutletInput).output(partyView).mutation(gradeOutlet),
  grades: procedure.input(listGradesInput).output(gradePage).query(listGrades),
  merge: procedure.input(mergeInput).output(partyView).mutation(mergeParty),
  mergeEffect: procedure.input(mergeEffectInput).output(mergeEffectView).query(partyMergeEffect),
  search: procedure.input(searchPartyInput).output(partyPage).query(searchParty),
  tellApart: procedure.input(tellApartInput).output(apartView).mutation(tellPartiesApart),
  uses: procedure.input(byId).output(usesView).query(partyUses),
})
