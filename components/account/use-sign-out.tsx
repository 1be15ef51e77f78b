'use client'

import Link from 'next/link'
import { useState, type ReactNode } from 'react'
import { useAccountId } from '@/components/draft/draft-account'
import { drafts, type HeldDraft } from '@/components/draft/keeper'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { announce } from '@/components/ui/status'
import { Time } from '@/components/ui/time'
import { signOut } from './sign-in'

const FAILED = 'You are still signed in: the server could not be reached. Nothing you typed is lost; try again.'

/**
 * Signing out takes what was typed and not sent out of this browser. Where there is such text it is named first, with
 * the way to it. A session that merely ends leaves it there for the next time.
 */
export function useSignOut(): { start: () => void; isPending: boolean; dialog: ReactNode } {
  const accountId = useAccountId()
  const [held, setHeld] = useState<readonly HeldDraft[]>([])
  const [isPending, setIsPending] = useState(false)
  const [failed, setFailed] = useState<string | undefined>()
  const close = () => {
    setHeld([])
    setFailed(undefined)
  }
  async function send() {
    setIsPending(true)
    setFailed(undefined)
    if (await signOut()) {
      drafts.signedOut(accountId)
      // A whole new page: nothing of this person stays in memory.
      window.location.assign('/signin')
      return
    }
    setIsPending(false)
    setFailed(FAILED)
    if (drafts.held(accountId).length === 0) announce(FAILED, 'failed')
  }
  return {
    isPending,
    start: () => {
      const unsent = drafts.held(accountId)
      setHeld(unsent)
      if (unsent.length === 0) void send()
    },
    dialog: (
      <ConfirmDialog
        isOpen={held.length > 0}
        onOpenChange={close}
        title="Sign out, and lose what you typed?"
        confirmLabel="Sign out and lose it"
        tone="danger"
        isPending={isPending}
        error={failed}
        onConfirm={() => void send()}
      >
        <p>
          {held.length === 1 ? 'This was' : 'These were'} typed and not sent. Signing out takes{' '}
          {held.length === 1 ? 'it' : 'them'} out of this browser for good.
        </p>
        <ul className="mt-2 flex max-h-72 flex-col divide-y divide-rule overflow-y-auto border-y border-rule">
          {held.map((draft) => (
            <li key={draft.key} className="py-1.5 text-sm">
              {/* Within the page: a new one would lose what is kept in this one alone. */}
              <Link className="link font-medium" href={draft.path} prefetch={false} onClick={close}>
                {draft.label}
              </Link>{' '}
              <span className="text-ink-muted">
                <Time value={draft.at} precision="minute" />
              </span>
              {draft.text !== '' && (
                <p>
                  <bdi>“{draft.text}”</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    ),
  }
}
