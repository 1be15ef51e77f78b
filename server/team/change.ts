import { and, eq } from 'drizzle-orm'
import { team } from '@/db/schema'
import type { ChangeTeamInput } from '@/domain/input/team'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { conflict, demand } from '../fault'
import { readTeam } from './queries'

/** What an event's subject is where the thing has no id of its own: the team is one. */
const TEAM_SUBJECT = '00000000-0000-4000-8000-000000000001'

const SETTINGS = ['organisation', 'address', 'contact', 'language', 'quorum', 'approvals'] as const

export const changeTeam = command(async ({ tx, actor, input, record, unchanged }: Scope<Actor, ChangeTeamInput>) => {
  await tx.select({ id: team.id }).from(team).where(eq(team.id, 1)).for('update')
  demand(can(actor, 'team.edit'))
  const before = await readTeam(tx, actor)
  const { version, ...settings } = input
  if (before.version !== version) throw conflict(before)
  const changed = SETTINGS.filter((setting) => before[setting] !== settings[setting])
  if (changed.length === 0) {
    unchanged()
    return before
  }
  const written = await tx
    .update(team)
    .set({ ...settings, version: version + 1 })
    .where(and(eq(team.id, 1), eq(team.version, version)))
    .returning({ id: team.id })
  if (written.length === 0) throw conflict(before)
  await record('team.changed', { subjectId: TEAM_SUBJECT, detail: { changed } })
  return readTeam(tx, actor)
})
