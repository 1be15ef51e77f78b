'use client'

import type { ReactNode, SubmitEvent } from 'react'
import type { FaultView } from '@/components/fault'
import { Button } from '@/components/ui/button'
import { Actions } from '@/components/ui/dialog'
import { AnsweredContext } from '@/components/ui/use-answering'
import { answeredPaths } from './answered'
import { FormFault } from './form-fault'
import type { Submitting } from './use-submit'

export type FormState = Pick<Submitting<never>, 'fault' | 'attempt' | 'isPending' | 'answer'>

type FormFrameProps = {
  form: FormState
  /** The id of the field at a path, so that what is wrong leads to it. */
  fieldId?: ((path: string) => string) | undefined
  /** Where another part of the form shows what was refused; null shows nothing at the head. */
  shownFault?: FaultView | null
  /** `post` for a form with a password: sent before its script runs, it would stand in the address. */
  method?: 'post'
  className?: string
  onSubmit: (data: FormData) => void
  children: ReactNode
}

/** The one frame of every form: what was refused at its head, and errors that go as soon as their field is changed. */
export function FormFrame(props: FormFrameProps) {
  const {
    form,
    fieldId = (path: string) => path,
    shownFault = form.fault,
    method,
    className = '',
    onSubmit,
    children,
  } = props
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    // A form in a dialog over another (a new party) is drawn elsewhere, but React hands its events to that one too.
    event.stopPropagation()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <AnsweredContext
      value={(field) => {
        form.answer(answeredPaths(field, form.fault?.fields ?? {}, fieldId))
      }}
    >
      <form noValidate {...(method && { method })} onSubmit={submit} className={`flex flex-col gap-4 ${className}`}>
        <FormFault fault={shownFault} attempt={form.attempt} fieldId={fieldId} />
        {children}
      </form>
    </AnsweredContext>
  )
}

type SubmitFormProps = Omit<FormFrameProps, 'onSubmit' | 'shownFault' | 'method'> & {
  submitLabel: string
  tone?: 'primary' | 'danger' | 'secondary'
  onSubmit: () => void
  /** The way out; a form that is part of its page has none. */
  onCancel?: () => void
  cancelLabel?: string
  /** More ways out, after the two. */
  more?: ReactNode
}

/** What was refused, the fields, the way on and the way out. */
export function SubmitForm(props: SubmitFormProps) {
  const { submitLabel, tone = 'primary', onSubmit, onCancel, cancelLabel, more, children, ...frame } = props
  return (
    <FormFrame
      {...frame}
      onSubmit={() => {
        onSubmit()
      }}
    >
      {children}
      <Actions>
        <Button type="submit" variant={tone} isPending={frame.form.isPending}>
          {submitLabel}
        </Button>
        {onCancel && (
          <Button variant="quiet" onPress={onCancel}>
            {cancelLabel ?? 'Cancel'}
          </Button>
        )}
        {more}
      </Actions>
    </FormFrame>
  )
}
