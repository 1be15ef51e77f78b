'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { z } from 'zod'
import { KeptForm } from '@/components/draft/kept-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { SubmitForm } from '@/components/form/submit-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { announce } from '@/components/ui/status'
import { TextField } from '@/components/ui/text-field'
import { changePasswordInput, PASSWORD_LEAST, renameInput } from '@/domain/input/account'
import { LIMITS } from '@/domain/input/text'
import { ROLE_LABEL } from '@/domain/policy'
import { Sessions } from './sessions'

type Own = RouterOutputs['account']['me']

type AccountPageProps = { account: Own; sessions: RouterOutputs['session']['list'] }

/** One's own name, password and signed-in browsers. */
export function AccountPage({ account, sessions }: AccountPageProps) {
  // Ends the others' rows on the screen when a new password ended them on the server.
  const [epoch, setEpoch] = useState(0)
  return (
    <div className="w-full max-w-page">
      <div className="flex max-w-3xl flex-col gap-8">
        <header className="flex flex-col gap-1">
          <h1 className="text-xl font-semibold">My account</h1>
          <p className="text-ink-muted">
            {account.email} · {ROLE_LABEL[account.role]}
            {account.isAdmin && ' · looks after accounts'}
          </p>
        </header>
        <NameForm account={account} />
        <PasswordForm
          account={account}
          onChanged={() => {
            setEpoch((before) => before + 1)
          }}
        />
        <Sessions key={epoch} initial={epoch === 0 ? sessions : onlyThis(sessions)} />
      </div>
    </div>
  )
}

function onlyThis(list: RouterOutputs['session']['list']): RouterOutputs['session']['list'] {
  return { sessions: list.sessions.filter((session) => session.isThis), nextCursor: null }
}

const nameShape = z.string()

function NameForm({ account }: { account: Own }) {
  const trpc = useTRPC()
  const router = useRouter()
  const [saved, setSaved] = useState(account.name)
  const unsaved = useUnsaved({ of: 'account.name', label: 'Your name' }, nameShape, { version: 0, draft: saved })
  const name = unsaved.draft
  const sending = useSubmit({
    schema: renameInput,
    mutation: trpc.account.rename.mutationOptions(),
    onDone: (own: Own) => {
      unsaved.forget()
      setSaved(own.name)
      announce('Your name is saved.')
      // The frame around the page shows the name too.
      router.refresh()
    },
  })
  return (
    <section aria-labelledby="name-heading" className="flex flex-col gap-3">
      <h2 id="name-heading" className="text-lg font-semibold">
        Name
      </h2>
      <KeptForm
        unsaved={unsaved}
        form={sending}
        fieldId={(path) => `own-${path}`}
        submitLabel="Save name"
        tone="secondary"
        className="max-w-md"
        onSubmit={() => {
          sending.submit({ name })
        }}
      >
        <TextField
          id="own-name"
          label="Name"
          description="As the desk shows it. Readers never see it unless you choose a byline."
          autoComplete="name"
          value={name}
          onChange={unsaved.change}
          maxLength={LIMITS.name}
          error={sending.errorAt('name')}
        />
      </KeptForm>
    </section>
  )
}

function PasswordForm({ account, onChanged }: { account: Own; onChanged: () => void }) {
  const trpc = useTRPC()
  const [typed, setTyped] = useState({ current: '', password: '' })
  const sending = useSubmit({
    schema: changePasswordInput,
    mutation: trpc.account.changePassword.mutationOptions(),
    onDone: () => {
      setTyped({ current: '', password: '' })
      announce('Your password is changed, and your other browsers are signed out.')
      onChanged()
    },
  })
  return (
    <section aria-labelledby="password-heading" className="flex flex-col gap-3">
      <h2 id="password-heading" className="text-lg font-semibold">
        Password
      </h2>
      <SubmitForm
        form={sending}
        fieldId={(path) => `own-${path}`}
        submitLabel="Change password"
        tone="secondary"
        method="post"
        className="max-w-md"
        onSubmit={() => {
          sending.submit(typed)
        }}
      >
        <input type="hidden" autoComplete="username" value={account.email} readOnly />
        <TextField
          id="own-current"
          label="Present password"
          type="password"
          autoComplete="current-password"
          value={typed.current}
          onChange={(current) => {
            setTyped((before) => ({ ...before, current }))
          }}
          error={sending.errorAt('current')}
        />
        <TextField
          id="own-password"
          label="New password"
          type="password"
          autoComplete="new-password"
          description={`${PASSWORD_LEAST} characters or more. Your other browsers are signed out.`}
          value={typed.password}
          onChange={(password) => {
            setTyped((before) => ({ ...before, password }))
          }}
          error={sending.errorAt('password')}
        />
      </SubmitForm>
    </section>
  )
}
