import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { team } from '@/db/schema'
import { can, type Actor } from '@/domain/policy'
import type { TeamView } from './view'

/** The settings; the one row is made by the first migration. */
export async function readTeam(db: Reader, actor: Actor): Promise<TeamView> {
  const [row] = await db.select().from(team).where(eq(team.id, 1))
  if (row === undefined) throw new Error('the team has no settings: the database is not migrated')
  const { id: _, ...settings } = row
  return { ...settings, can: { edit: can(actor, 'team.edit') } }
}
