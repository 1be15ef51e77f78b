import { eq } from 'drizzle-orm'
import { account } from '@/db/schema'
import type { LinkInput, UseResetInput } from '@/domain/input/account'
import type { Actor } from '@/domain/policy'
import { openCommand, type Scope } from '../command'
import { demand, notFound } from '../fault'
import { endSessionsOf } from './end-sessions'
import type { Context } from '../trpc'
import { openLink, peekLink, takeLink } from './link'
import { demandUncommon, hashPassword } from './password'
import { isActive, lockAccount } from './queries'
import type { EnteredAccount } from './view'

export function openReset({ ctx, input }: { ctx: Context; input: LinkInput }) {
  return openLink(ctx.db, 'reset', input.token, ctx.now())
}

type Hashed = { token: string; passwordHash: string }

const reset = openCommand(async ({ tx, input, now, record }: Scope<Actor | null, Hashed>): Promise<EnteredAccount> => {
  const link = await takeLink(tx, 'reset', input.token, now)
  if (link.accountId === null) throw notFound('link')
  const found = await lockAccount(tx, link.accountId)
  demand(isActive(found))
  await tx
    .update(account)
    .set({ passwordHash: input.passwordHash, version: found.version + 1 })
    .where(eq(account.id, found.id))
  await endSessionsOf(tx, found.id, now)
  await record('account.password-changed', { subjectId: found.id, actorId: found.id, detail: {} })
  return { email: found.email }
})

/** A new password by a link that an admin made. Every session of the account ends. */
export async function passwordByReset({ ctx, input }: { ctx: Context; input: UseResetInput }) {
  const link = await peekLink(ctx.db, 'reset', input.token, ctx.now())
  demandUncommon(input.password, { email: link.email, name: '' })
  const passwordHash = await hashPassword(input.password)
  return reset({ ctx, input: { token: input.token, passwordHash } })
}
