import { eq } from 'drizzle-orm'
import { account } from '@/db/schema'
import type { RenameInput } from '@/domain/input/account'
import type { Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { lockAccount, readOwnAccount } from './queries'

/** One's own name, as the desk shows it. */
export const renameAccount = command(async ({ tx, actor, input, record, unchanged }: Scope<Actor, RenameInput>) => {
  const own = await lockAccount(tx, actor.id)
  if (own.name === input.name) unchanged()
  else {
    await tx
      .update(account)
      .set({ name: input.name, version: own.version + 1 })
      .where(eq(account.id, own.id))
    await record('account.renamed', { subjectId: own.id, detail: { from: own.name, to: input.name } })
  }
  return readOwnAccount(tx, actor)
})
