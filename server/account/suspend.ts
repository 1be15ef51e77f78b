import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { account } from '@/db/schema'
import type { SuspensionInput } from '@/domain/input/account'
import { can, type Actor } from '@/domain/policy'
import { command, type Recorder, type Scope } from '../command'
import { conflict, demand } from '../fault'
import { endSessionsOf } from './end-sessions'
import { revokeLinks } from './link'
import { ACCOUNTS_A_PAGE, isActive, isSuspended, lockAccount, mayBecome, readAccounts, readRanked } from './queries'
import type { AccountRow } from './queries'

type Writing = { tx: Tx; now: Date; record: Recorder }

/** From its next request on the account can do nothing; its sessions end, and the links it made stop working. */
export async function writeSuspension({ tx, now, record }: Writing, found: AccountRow): Promise<void> {
  demand(isActive(found))
  demand(mayBecome(found, { isSuspended: true }, await readRanked(tx)))
  await setSuspended(tx, found, now)
  await endSessionsOf(tx, found.id, now)
  await revokeLinks(tx, { madeByOrFor: found.id }, now, record)
  await record('account.suspended', {
    subjectId: found.id,
    from: 'active',
    to: 'suspended',
    detail: { name: found.name },
  })
}

export async function writeRestoration({ tx, record }: Writing, found: AccountRow): Promise<void> {
  demand(isSuspended(found))
  await setSuspended(tx, found, null)
  await record('account.restored', {
    subjectId: found.id,
    from: 'suspended',
    to: 'active',
    detail: { name: found.name },
  })
}

async function setSuspended(tx: Tx, found: AccountRow, suspendedAt: Date | null): Promise<void> {
  const written = await tx
    .update(account)
    .set({ suspendedAt, version: found.version + 1 })
    .where(and(eq(account.id, found.id), eq(account.version, found.version)))
    .returning({ id: account.id })
  if (written.length === 0) throw conflict()
}

const change = (write: typeof writeSuspension) =>
  command(async (scope: Scope<Actor, SuspensionInput>) => {
    const { tx, actor, input } = scope
    const found = await lockAccount(tx, input.id)
    demand(can(actor, 'account.suspend'))
    if (found.version !== input.version)
      throw conflict({ isSuspended: found.suspendedAt !== null, version: found.version })
    await write(scope, found)
    return readAccounts(tx, actor, { limit: ACCOUNTS_A_PAGE, cursor: input.page })
  })

export const suspendAccount = change(writeSuspension)
export const restoreAccount = change(writeRestoration)
