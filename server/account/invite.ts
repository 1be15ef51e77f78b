import type { InviteInput } from '@/domain/input/account'
import { can, type Actor } from '@/domain/policy'
import { command, type Scope } from '../command'
import { badInput, demand } from '../fault'
import { makeLink, revokeLinks } from './link'
import { hasAccount, LINKS_A_PAGE, readPendingLinks } from './queries'
import type { MadeLink } from './view'

/** Whoever looks after accounts, or the machine's owner at the command line (null). */
type By = Actor | null

/** Makes an invitation; an earlier one to the same address stops working. @throws BAD_REQUEST for a known address */
export async function writeInvitation({ tx, actor, input, now, record }: Scope<By, InviteInput>) {
  if (await hasAccount(tx, input.email))
    throw badInput([{ path: ['email'], message: 'There is an account with this address already.' }])
  await revokeLinks(tx, { invitationOf: input.email }, now, record)
  const link = await makeLink(tx, { kind: 'invitation', ...input, by: actor?.id ?? null, now })
  await record('invitation.created', { subjectId: link.id, detail: { role: input.role, isAdmin: input.isAdmin } })
  return link
}

export const invite = command(async (scope: Scope<Actor, InviteInput>): Promise<MadeLink> => {
  demand(can(scope.actor, 'account.invite'))
  const { url, expiresAt } = await writeInvitation(scope)
  return { url, expiresAt, pending: await readPendingLinks(scope.tx, scope.now, { limit: LINKS_A_PAGE }) }
})
