import type { AcceptInvitationInput, LinkInput } from '@/domain/input/account'
import type { Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import { openCommand, type Scope } from '../command'
import { refusal } from '../fault'
import type { Context } from '../trpc'
import { insertAccount } from './insert'
import { openLink, peekLink, takeLink } from './link'
import { demandUncommon, hashPassword } from './password'
import { hasAccount } from './queries'
import type { EnteredAccount } from './view'

export function openInvitation({ ctx, input }: { ctx: Context; input: LinkInput }) {
  return openLink(ctx.db, 'invitation', input.token, ctx.now())
}

type Hashed = Omit<AcceptInvitationInput, 'password'> & { passwordHash: string }

const accept = openCommand(async ({ tx, input, now, record }: Scope<Actor | null, Hashed>): Promise<EnteredAccount> => {
  const { email, role, isAdmin } = await takeLink(tx, 'invitation', input.token, now)
  if (role === null || (await hasAccount(tx, email)))
    throw refusal(refused('account.exists', 'There is an account with this address already.', 'Sign in with it.'))
  await insertAccount(tx, { email, name: input.name, role, isAdmin, passwordHash: input.passwordHash, now, record })
  return { email }
})

/** Makes the account that an invitation is for. */
export async function acceptInvitation({ ctx, input }: { ctx: Context; input: AcceptInvitationInput }) {
  const { email } = await peekLink(ctx.db, 'invitation', input.token, ctx.now())
  demandUncommon(input.password, { email, name: input.name })
  const passwordHash = await hashPassword(input.password)
  return accept({ ctx, input: { token: input.token, name: input.name, passwordHash } })
}
