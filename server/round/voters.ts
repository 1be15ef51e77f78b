import { isNotNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { account, team } from '@/db/schema'

/** The team's quorum and its accounts, of which the policy says who can vote. */
export async function readVoters(reader: Reader) {
  const [settings] = await reader.select({ quorum: team.quorum }).from(team)
  if (!settings) throw new Error('the team has no settings row')
  const accounts = await reader
    .select({ role: account.role, isSuspended: isNotNull(account.suspendedAt).mapWith(Boolean) })
    .from(account)
    .limit(MOST_ACCOUNTS)
  return { teamQuorum: settings.quorum, accounts }
}

/** More than any quorum asks for. */
const MOST_ACCOUNTS = 10_000
