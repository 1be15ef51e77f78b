import type { ListGradesInput, SearchPartyInput } from '@/domain/input/party'
import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { readGrades, readParty, searchParties } from './queries'
import type { GradePage, PartyPage, PartyView } from './view'

export const searchParty = query<SearchPartyInput, PartyPage>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  return searchParties(db, actor, input)
})

export const getParty = query<{ id: string }, PartyView>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  return readParty(db, actor, input.id)
})

export const listGrades = query<ListGradesInput, GradePage>(async ({ db, actor, input }) => {
  demand(can(actor, 'desk.read'))
  const { id } = await readParty(db, actor, input.partyId)
  return readGrades(db, { ...input, partyId: id })
})
