import type { Metadata } from 'next'
import { EnterForm } from '@/components/account/enter-form'
import { LinkState } from '@/components/account/link-state'
import { caller } from '@/server/caller'
import { tokenOf, type LinkQuery } from '../token'

export const metadata: Metadata = { title: 'The first account' }

export default async function FirstAccountPage(query: LinkQuery) {
  const token = await tokenOf(query)
  const { state } = await (await caller()).account.firstLink({ token })
  return (
    <>
      <h1 className="font-serif text-2xl font-semibold">The first account</h1>
      {state === 'open' ? (
        <>
          <p>
            It is a lead, and looks after accounts: from it you invite everybody else. This link works until the account
            is made.
          </p>
          <EnterForm kind="first" token={token} />
        </>
      ) : (
        <LinkState state={state}>
          {state === 'used'
            ? 'The first account has been made. Sign in, or ask for an invitation.'
            : 'Open the link that the server printed when it started.'}
        </LinkState>
      )}
    </>
  )
}
