import type { ReactNode } from 'react'
import { ErrorNotice } from '@/components/ui/error-notice'
import type { RouterOutputs } from '@/components/trpc'

type State = RouterOutputs['account']['invitation']['state']

const SAID: Readonly<Record<Exclude<State, 'open'>, string>> = {
  used: 'This link has been used already.',
  revoked: 'This link has been withdrawn.',
  expired: 'This link has run out; a link works for 72 hours.',
  unknown: 'This link is not known.',
}

/** What a one-time link shows once it cannot be used. */
export function LinkState({ state, children }: { state: Exclude<State, 'open'>; children: ReactNode }) {
  return (
    <>
      <ErrorNotice title={SAID[state]}>{children}</ErrorNotice>
      <p>
        <a className="link" href="/signin">
          To the sign-in page
        </a>
      </p>
    </>
  )
}
