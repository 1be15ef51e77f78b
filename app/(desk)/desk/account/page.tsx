import type { Metadata } from 'next'
import { AccountPage } from '@/components/account/account-page'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'My account' }

export default async function Page() {
  await requireActor('/desk/account')
  const call = await caller()
  const [account, sessions] = await Promise.all([orNotFound(call.account.me()), orNotFound(call.session.list({}))])
  return <AccountPage account={account} sessions={sessions} />
}
