import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SigninForm } from '@/components/account/sign-in-form'
import { nextPath } from '@/domain/next-path'
import { currentActor } from '@/server/caller'

export const metadata: Metadata = { title: 'Sign in' }

type Query = { next?: string | string[]; error?: string | string[] }

export default async function SigninPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, error } = await searchParams
  const wanted = nextPath(one(next))
  if ((await currentActor()) !== null) redirect(wanted)
  return (
    <>
      <h1 className="font-serif text-2xl font-semibold">Sign in</h1>
      <SigninForm next={wanted} failure={failureOf(one(error))} />
      <p className="text-sm text-ink-muted">
        Accounts are by invitation. If you have no account, or have lost your password, ask an administrator of accounts
        in your team for a link.
      </p>
    </>
  )
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

/** How a try without scripts went: `refused`, `again`, or `slow-` with the seconds to wait. */
function failureOf(error: string | undefined) {
  const seconds = /^slow-(\d{1,4})$/.exec(error ?? '')?.[1]
  if (seconds !== undefined) return { ok: false, error: 'slow', seconds: Number(seconds) } as const
  if (error === 'refused' || error === 'again') return { ok: false, error, seconds: 0 } as const
  return null
}
