import type { ListAccountsInput, ListLinksInput } from '@/domain/input/account'
import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { readAccounts, readOwnAccount, readPendingLinks } from './queries'
import type { AccountList, LinkList, OwnAccount } from './view'

export const listAccounts = query<ListAccountsInput, AccountList>(async ({ db, actor, input }) => {
  demand(can(actor, 'account.list'))
  return readAccounts(db, actor, input)
})

/** Invitations and resets that wait to be used: for those who can withdraw them. */
export const listLinks = query<ListLinksInput, LinkList>(async ({ db, actor, input, now }) => {
  demand(can(actor, 'account.invite'))
  return readPendingLinks(db, now, input)
})

/** One's own account. */
export const showOwnAccount = query<unknown, OwnAccount>(({ db, actor }) => readOwnAccount(db, actor))
