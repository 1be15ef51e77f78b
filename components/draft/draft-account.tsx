'use client'

import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { drafts, SIGNED_IN } from './keeper'

const AccountContext = createContext<string | null>(null)

/** Around everything that one signed-in person sees: what is typed there is kept as theirs. */
export function DraftAccount({ accountId, children }: { accountId: string; children: ReactNode }) {
  useEffect(() => {
    drafts.signedIn(accountId)
    const follow = ({ key, newValue }: StorageEvent) => {
      if (key !== SIGNED_IN || newValue === accountId) return
      // Signed out in another tab: this one goes too, unless it has text that was never spoken of there.
      if (newValue === null && drafts.isUnwritten(accountId)) return
      window.location.reload()
    }
    window.addEventListener('storage', follow)
    return () => {
      window.removeEventListener('storage', follow)
    }
  }, [accountId])
  return <AccountContext value={accountId}>{children}</AccountContext>
}

export function useAccountId(): string {
  const accountId = useContext(AccountContext)
  if (accountId === null) throw new Error('What is typed is kept for somebody: this stands outside of DraftAccount.')
  return accountId
}

const ConfidentialContext = createContext(false)

/** Around the fields of something confidential: no form within, such as that of a new party, writes down what is typed. */
export function ConfidentialDrafts({ isSo, children }: { isSo: boolean; children: ReactNode }) {
  const isWithin = useContext(ConfidentialContext)
  return <ConfidentialContext value={isSo || isWithin}>{children}</ConfidentialContext>
}

export function useIsConfidential(): boolean {
  return useContext(ConfidentialContext)
}
