import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { account } from '@/db/schema'
import type { SetRoleInput } from '@/domain/input/account'
import { can, type Actor, type Role } from '@/domain/policy'
import { actorNow } from '../actor'
import { command, type Recorder, type Scope } from '../command'
import { conflict, demand } from '../fault'
import { ACCOUNTS_A_PAGE, isActive, lockAccount, mayBecome, readAccounts, readRanked, type AccountRow } from './queries'

type Writing = { tx: Tx; record: Recorder; unchanged: () => void }

/** Sets role and admin flag of a locked account. The last active lead and the last active admin are refused. */
export async function writeRole(
  { tx, record, unchanged }: Writing,
  found: AccountRow,
  becomes: { role: Role; isAdmin: boolean },
): Promise<void> {
  demand(isActive(found))
  if (found.role === becomes.role && found.isAdmin === becomes.isAdmin) {
    unchanged()
    return
  }
  demand(mayBecome(found, becomes, await readRanked(tx)))
  const written = await tx
    .update(account)
    .set({ ...becomes, version: found.version + 1 })
    .where(and(eq(account.id, found.id), eq(account.version, found.version)))
    .returning({ id: account.id })
  if (written.length === 0) throw conflict()
  const detail = { name: found.name, from: found.role, to: becomes.role, isAdmin: becomes.isAdmin }
  await record('account.role-set', { subjectId: found.id, from: found.role, to: becomes.role, detail })
}

export const setRole = command(async (scope: Scope<Actor, SetRoleInput>) => {
  const { tx, actor, input } = scope
  const found = await lockAccount(tx, input.id)
  demand(can(actor, 'account.set-role'))
  if (found.version !== input.version)
    throw conflict({ role: found.role, isAdmin: found.isAdmin, version: found.version })
  await writeRole(scope, found, { role: input.role, isAdmin: input.isAdmin })
  // An admin may just have given up the flag.
  const actorAfter = (await actorNow(tx, actor, null)) ?? actor
  return readAccounts(tx, actorAfter, { limit: ACCOUNTS_A_PAGE, cursor: input.page })
})
