import type { CreateResetInput } from '@/domain/input/account'
import { can, type Actor } from '@/domain/policy'
import { command, type Recorder, type Scope } from '../command'
import type { Tx } from '@/db/client'
import { demand } from '../fault'
import { makeLink, revokeLinks } from './link'
import { isActive, LINKS_A_PAGE, lockAccount, readPendingLinks, type AccountRow } from './queries'
import type { MadeLink } from './view'

type Making = { tx: Tx; actor: Actor | null; now: Date; record: Recorder }

/** Makes a link by which a person sets a new password; an earlier one stops working. */
export async function writeReset({ tx, actor, now, record }: Making, found: AccountRow) {
  demand(isActive(found))
  await revokeLinks(tx, { resetOf: found.id }, now, record)
  const by = actor?.id ?? null
  const link = await makeLink(tx, { kind: 'reset', email: found.email, accountId: found.id, by, now })
  await record('reset.created', { subjectId: found.id, detail: { name: found.name } })
  return link
}

export const createReset = command(async (scope: Scope<Actor, CreateResetInput>): Promise<MadeLink> => {
  const found = await lockAccount(scope.tx, scope.input.accountId)
  demand(can(scope.actor, 'account.reset'))
  const { url, expiresAt } = await writeReset(scope, found)
  return { url, expiresAt, pending: await readPendingLinks(scope.tx, scope.now, { limit: LINKS_A_PAGE }) }
})
