'use client'

import { useRef, useState } from 'react'
import type { z } from 'zod'
import { SubmitForm } from '@/components/form/submit-form'
import { useSubmit } from '@/components/form/use-submit'
import { TRPCReactProvider, useTRPC } from '@/components/trpc'
import { acceptInvitationInput, createFirstAccountInput, PASSWORD_LEAST, useResetInput } from '@/domain/input/account'
import { PlainField } from './plain-field'
import { signIn } from './sign-in'

type EnterFormProps = {
  kind: 'first' | 'invitation' | 'reset'
  token: string
  /** The address that the link is for; the first account gives its own. */
  email?: string | null
}

/** What a one-time link leads to: a name and a password, and then the desk. */
export function EnterForm(props: EnterFormProps) {
  return (
    <TRPCReactProvider>
      <Kinds {...props} />
    </TRPCReactProvider>
  )
}

type Typed = { token: string; email: string; name: string; password: string }

function Kinds({ kind, token, email = null }: EnterFormProps) {
  const trpc = useTRPC()
  switch (kind) {
    case 'first':
      return (
        <Form
          token={token}
          email={null}
          hasName
          label="Create the account"
          schema={createFirstAccountInput}
          mutation={trpc.account.createFirst.mutationOptions()}
          inputOf={(typed) => typed}
        />
      )
    case 'invitation':
      return (
        <Form
          token={token}
          email={email}
          hasName
          label="Create my account"
          schema={acceptInvitationInput}
          mutation={trpc.account.acceptInvitation.mutationOptions()}
          inputOf={({ token, name, password }) => ({ token, name, password })}
        />
      )
    case 'reset':
      return (
        <Form
          token={token}
          email={email}
          hasName={false}
          label="Set the password"
          schema={useResetInput}
          mutation={trpc.account.useReset.mutationOptions()}
          inputOf={({ token, password }) => ({ token, password })}
        />
      )
  }
}

type FormProps<Input> = {
  token: string
  email: string | null
  hasName: boolean
  label: string
  schema: z.ZodType<unknown, Input>
  mutation: Parameters<typeof useSubmit<Input, { email: string }>>[0]['mutation']
  inputOf: (typed: Typed) => Input
}

function Form<Input>({ token, email, hasName, label, schema, mutation, inputOf }: FormProps<Input>) {
  const password = useRef('')
  const [isEntering, setIsEntering] = useState(false)
  const sending = useSubmit<Input, { email: string }>({
    schema,
    mutation,
    onDone: (account) => {
      setIsEntering(true)
      void enter(account.email, password.current)
    },
  })

  function send(data: FormData) {
    const text = (name: string) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    }
    password.current = text('password')
    sending.submit(inputOf({ token, email: text('email'), name: text('name'), password: text('password') }))
  }

  return (
    <SubmitForm
      form={{ ...sending, isPending: sending.isPending || isEntering }}
      fieldId={(path) => `enter-${path}`}
      submitLabel={label}
      method="post"
      onSubmit={send}
    >
      {hasName && (
        <PlainField
          id="enter-name"
          label="Name"
          name="name"
          autoComplete="name"
          autoFocus
          description="As the team knows you. Readers never see it."
          error={sending.errorAt('name')}
        />
      )}
      <PlainField
        id="enter-email"
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        isReadOnly={email !== null}
        {...(email !== null && { defaultValue: email })}
        error={sending.errorAt('email')}
      />
      <PlainField
        id="enter-password"
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        autoFocus={!hasName}
        description={`${PASSWORD_LEAST} characters or more. A few words do well; pasting is fine.`}
        error={sending.errorAt('password')}
      />
    </SubmitForm>
  )
}

/** The account is there: in with it, or to the sign-in page where that does not work. */
async function enter(email: string, password: string): Promise<void> {
  const answer = await signIn({ email, password, next: '/desk' })
  window.location.assign(answer.ok ? answer.url : '/signin')
}
