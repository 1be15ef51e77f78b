'use client'

import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorNotice } from '@/components/ui/error-notice'
import { PlainField } from './plain-field'
import { signIn, waitInWords, type SigninAnswer } from './sign-in'

type Failure = Extract<SigninAnswer, { ok: false }>

type SigninFormProps = {
  next: string
  /** How a try without scripts went. */
  failure?: Failure | null
}

/** E-mail and password. It is a plain form too, so it works before its script has loaded. */
export function SigninForm({ next, failure: before = null }: SigninFormProps) {
  const [failure, setFailure] = useState<Failure | null>(before)
  const [isPending, setIsPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  async function send(data: FormData) {
    setIsPending(true)
    const answer = await signIn({ email: textOf(data, 'email'), password: textOf(data, 'password'), next })
    if (answer.ok) {
      // A whole new page: nothing of the person before stays in memory.
      window.location.assign(answer.url)
      return
    }
    setFailure(answer)
    setIsPending(false)
    form.current?.querySelector<HTMLInputElement>('input[name=password]')?.focus()
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isPending) void send(new FormData(event.currentTarget))
  }

  return (
    <form
      ref={form}
      method="post"
      action="/api/auth/callback/credentials"
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      <Failed failure={failure} />
      <input type="hidden" name="next" value={next} />
      <PlainField label="Email" name="email" type="email" autoComplete="username" autoFocus />
      <PlainField label="Password" name="password" type="password" autoComplete="current-password" />
      <Button type="submit" variant="primary" isPending={isPending}>
        Sign in
      </Button>
    </form>
  )
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

function Failed({ failure }: { failure: Failure | null }) {
  switch (failure?.error) {
    case undefined:
      return null
    case 'refused':
      return (
        <ErrorNotice title="That did not work.">
          The email or the password is wrong. An administrator of accounts can send you a link for a new password.
        </ErrorNotice>
      )
    case 'slow':
      return <Slow key={`${failure.seconds}`} seconds={failure.seconds} />
    case 'again':
      return <ErrorNotice title="That did not work.">The page was out of date. Load it again, and sign in.</ErrorNotice>
    case 'network':
      return (
        <ErrorNotice title="The server cannot be reached.">
          What you typed is kept. Try again when the line is back.
        </ErrorNotice>
      )
  }
}

/** Counts down to when a password is looked at again. */
function Slow({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => {
      setLeft((before) => Math.max(0, before - 1))
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [])
  if (left === 0) return <ErrorNotice title="You can try again now." />
  return (
    <ErrorNotice title="Too many tries.">
      Sign-ins with this address, or from this network, are slowed down. {/* Read out once, not every second. */}
      <span aria-live="off">Try again in {waitInWords(left)}.</span>
    </ErrorNotice>
  )
}
