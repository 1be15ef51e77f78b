'use client'

import type { ReactNode, SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Actions } from '@/components/ui/dialog'
import { FormFault } from './form-fault'
import type { Submitting } from './use-submit'

type SubmitFormProps = {
  form: Pick<Submitting<never>, 'fault' | 'attempt' | 'isPending'>
  /** The id of the field at a path, so that what is wrong leads to it. */
  fieldId?: ((path: string) => string) | undefined
  submitLabel: string
  tone?: 'primary' | 'danger'
  onSubmit: () => void
  onCancel: () => void
  cancelLabel?: string
  /** More ways out, after the two. */
  more?: ReactNode
  children: ReactNode
}

/** What was refused, the fields, the way on and the way out. */
export function SubmitForm(props: SubmitFormProps) {
  const { form, fieldId, submitLabel, tone = 'primary', onSubmit, onCancel, cancelLabel, more, children } = props
  function submit(event: SubmitEvent) {
    event.preventDefault()
    // A form in a dialog over another (a new party) is drawn elsewhere, but React hands its events to that one too.
    event.stopPropagation()
    onSubmit()
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormFault fault={form.fault} attempt={form.attempt} {...(fieldId && { fieldId })} />
      {children}
      <Actions>
        <Button type="submit" variant={tone} isPending={form.isPending}>
          {submitLabel}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          {cancelLabel ?? 'Cancel'}
        </Button>
        {more}
      </Actions>
    </form>
  )
}
