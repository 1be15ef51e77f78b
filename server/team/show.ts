import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { readTeam } from './queries'
import type { TeamView } from './view'

export const showTeam = query<unknown, TeamView>(async ({ db, actor }) => {
  demand(can(actor, 'desk.read'))
  return readTeam(db, actor)
})
