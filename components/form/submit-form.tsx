'use client'

import type { ReactNode, SubmitEvent } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { Button } from '@/components/ui/button'
import { Actions } from '@/components/ui/dialog'
import { AnsweredContext } from '@/components/ui/use-answering'
import { allowed, type Verdict } from '@/domain/verdict'
import { answeredPaths } from './answered'
import { FormFault } from './form-fault'
import type { Submitting } from './use-submit'

export type SubmitFormProps = {
  form: Pick<Submitting<never>, 'fault' | 'attempt' | 'isPending' | 'answer'>
  /** The id of the field at a path, so that what is wrong leads to it. */
  fieldId?: ((path: string) => string) | undefined
  submitLabel: string
  tone?: 'primary' | 'danger' | 'secondary'
  /** Where a rule may forbid it. */
  verdict?: Verdict
  /** With what the browser's own fields hold. */
  onSubmit: (data: FormData) => void
  /** The way out; a form that is a part of its page has none. */
  onCancel?: () => void
  cancelLabel?: string
  /** More ways out, after the two. */
  more?: ReactNode
  /** `post` with a password in it: sent before its script runs, it would stand in the address. */
  method?: 'post'
  className?: string
  children: ReactNode
}

/** The one frame of a form: what was refused, the fields, the way on and the way out. A changed field loses its error. */
export function SubmitForm(props: SubmitFormProps) {
  const { form, fieldId = (path: string) => path, submitLabel, tone = 'primary', verdict = allowed } = props
  const { onSubmit, onCancel, cancelLabel, more, method, className = '', children } = props
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
        <FormFault fault={form.fault} attempt={form.attempt} fieldId={fieldId} />
        {children}
        <Actions>
          <ActionButton verdict={verdict} type="submit" variant={tone} isPending={form.isPending}>
            {submitLabel}
          </ActionButton>
          {onCancel && (
            <Button variant="quiet" onPress={onCancel}>
              {cancelLabel ?? 'Cancel'}
            </Button>
          )}
          {more}
        </Actions>
      </form>
    </AnsweredContext>
  )
}
