'use client'

import { useRef, useState, useSyncExternalStore, type SubmitEvent } from 'react'
import type { z } from 'zod'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { TRPCReactProvider, useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
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
  // Until the script is there the browser would send the form to the page, which cannot take it.
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const sending = useSubmit<Input, { email: string }>({
    schema,
    mutation,
    onDone: (account) => {
      setIsEntering(true)
      void enter(account.email, password.current)
    },
  })

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    }
    password.current = text('password')
    sending.submit(inputOf({ token, email: text('email'), name: text('name'), password: text('password') }))
  }

  return (
    <form method="post" onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <FormFault fault={sending.fault} attempt={sending.attempt} fieldId={(path) => `enter-${path}`} />
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
      <Button type="submit" variant="primary" isDisabled={!isAwake} isPending={sending.isPending || isEntering}>
        {label}
      </Button>
    </form>
  )
}

const never = () => () => undefined

/** The account is there: in with it, or to the sign-in page where that does not work. */
async function enter(email: string, password: string): Promise<void> {
  const answer = await signIn({ email, password, next: '/desk' })
  window.location.assign(answer.ok ? answer.url : '/signin')
}
