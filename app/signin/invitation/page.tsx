import type { Metadata } from 'next'
import { EnterForm } from '@/components/account/enter-form'
import { LinkState } from '@/components/account/link-state'
import { ROLE_LABEL } from '@/domain/policy'
import { caller } from '@/server/caller'
import { tokenOf, type LinkQuery } from '../token'

export const metadata: Metadata = { title: 'Invitation' }

export default async function InvitationPage(query: LinkQuery) {
  const token = await tokenOf(query)
  const { state, email, role, isAdmin, organisation } = await (await caller()).account.invitation({ token })
  return (
    <>
      <h1 className="font-serif text-2xl font-semibold">Invitation</h1>
      {state === 'open' ? (
        <>
          <p>
            You are invited to <bdi>{organisation}</bdi> as{' '}
            {role === null ? 'a member' : ROLE_LABEL[role].toLowerCase()}
            {isAdmin && ', and to look after its accounts'}.
          </p>
          <EnterForm kind="invitation" token={token} email={email} />
        </>
      ) : (
        <LinkState state={state}>Ask whoever invited you for another.</LinkState>
      )}
    </>
  )
}
