import { asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { account } from '@/db/schema'
import { email as emailInput, inviteInput, type InviteInput } from '@/domain/input/account'
import type { Actor, Role } from '@/domain/policy'
import { openCommand, type Scope } from '../command'
import { badInput, notFound } from '../fault'
import { writeReset } from './create-reset'
import { writeInvitation } from './invite'
import { lockAccount, type AccountRow } from './queries'
import { writeRole } from './set-role'
import { writeRestoration, writeSuspension } from './suspend'

/** What the machine's owner can do from the command line. The events name no account. */
export type Operator = { db: Db; now?: () => Date }

export type ListedAccount = {
  id: string
  email: string
  name: string
  role: Role
  isAdmin: boolean
  suspendedAt: Date | null
}

function contextOf({ db, now = () => new Date() }: Operator) {
  return { db, actor: null, sessionId: null, address: 'command line', now }
}

/** A change of one account, found by its address. @throws NOT_FOUND, BAD_REQUEST, and what the rules refuse */
function change<I, O>(work: (scope: Scope<Actor | null, I>, found: AccountRow) => Promise<O>) {
  return async (operator: Operator, address: string, input: I): Promise<O> => {
    const parsed = emailInput.safeParse(address)
    if (!parsed.success) throw badInput([{ path: ['email'], message: parsed.error.issues[0]?.message ?? '' }])
    const run = openCommand(async (scope: Scope<Actor | null, I>) => {
      const [known] = await scope.tx.select({ id: account.id }).from(account).where(eq(account.email, parsed.data))
      if (known === undefined) throw notFound(`account ${parsed.data}`)
      return work(scope, await lockAccount(scope.tx, known.id))
    })
    return run({ ctx: contextOf(operator), input })
  }
}

/** Everybody, by address, up to a number that no team comes to. */
export async function listAccountsByOperator({ db }: Operator): Promise<ListedAccount[]> {
  const { id, email, name, role, isAdmin, suspendedAt } = account
  return db.select({ id, email, name, role, isAdmin, suspendedAt }).from(account).orderBy(asc(email)).limit(10_000)
}

/** @returns the link, which is shown once and kept nowhere, and until when it works (72 hours). */
export async function inviteByOperator(operator: Operator, input: { email: string; role: Role; isAdmin?: boolean }) {
  const parsed = inviteInput.safeParse({ isAdmin: false, ...input })
  if (!parsed.success)
    throw badInput(parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })))
  const run = openCommand((scope: Scope<Actor | null, InviteInput>) => writeInvitation(scope))
  const { url, expiresAt } = await run({ ctx: contextOf(operator), input: parsed.data })
  return { url, expiresAt }
}

/** Role, admin flag or both; what is not given stays. */
export const setRoleByOperator = change(async (scope: Scope<Actor | null, { role?: Role; isAdmin?: boolean }>, found) =>
  writeRole(scope, found, { role: scope.input.role ?? found.role, isAdmin: scope.input.isAdmin ?? found.isAdmin }),
)

export const suspendByOperator = change((scope: Scope<Actor | null, object>, found) => writeSuspension(scope, found))
export const restoreByOperator = change((scope: Scope<Actor | null, object>, found) => writeRestoration(scope, found))

/** @returns the link by which the person sets a new password, shown once, and until when it works. */
export const resetByOperator = change(async (scope: Scope<Actor | null, object>, found) => {
  const { url, expiresAt } = await writeReset(scope, found)
  return { url, expiresAt }
})
