import type { Metadata } from 'next'
import { EnterForm } from '@/components/account/enter-form'
import { LinkState } from '@/components/account/link-state'
import { caller } from '@/server/caller'
import { tokenOf, type LinkQuery } from '../token'

export const metadata: Metadata = { title: 'A new password' }

export default async function ResetPage(query: LinkQuery) {
  const token = await tokenOf(query)
  const { state, email } = await (await caller()).account.resetLink({ token })
  return (
    <>
      <h1 className="font-serif text-2xl font-semibold">A new password</h1>
      {state === 'open' ? (
        <>
          <p>Once it is set, every browser that is signed in to this account is signed out.</p>
          <EnterForm kind="reset" token={token} email={email} />
        </>
      ) : (
        <LinkState state={state}>Ask an administrator of accounts for another.</LinkState>
      )}
    </>
  )
}
