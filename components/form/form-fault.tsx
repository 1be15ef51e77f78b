'use client'

import type { FaultView } from '@/components/fault'
import { ErrorNotice } from '@/components/ui/error-notice'
import { FormErrorSummary } from '@/components/ui/form-error-summary'

type FormFaultProps = {
  fault: FaultView | null
  attempt: number
  /** The id of the field at a path, so that the summary can lead to it. */
  fieldId?: (path: string) => string
}

const TITLE = {
  conflict: 'Somebody else changed this in the meantime.',
  'signed-out': 'You are not signed in any more.',
  network: 'The server cannot be reached.',
} as const

/** At the head of a form: what was refused and why, and that nothing typed is lost. */
export function FormFault({ fault, attempt, fieldId = (path) => path }: FormFaultProps) {
  if (fault === null) return null
  const errors = Object.entries(fault.fields).map(([path, message]) => ({
    fieldId: path === '' ? undefined : fieldId(path),
    message,
  }))
  if (fault.kind === 'fields' && errors.length > 0)
    return <FormErrorSummary key={attempt} errors={errors} attempt={attempt} />
  switch (fault.kind) {
    case 'conflict':
      return <ErrorNotice title={TITLE[fault.kind]}>What you typed is kept. Look at it again, then save.</ErrorNotice>
    case 'network':
      return (
        <ErrorNotice title={TITLE[fault.kind]}>What you typed is kept. Try again when the line is back.</ErrorNotice>
      )
    case 'signed-out':
      return (
        <ErrorNotice title={TITLE[fault.kind]}>
          What you typed is kept.{' '}
          <a className="link" href="/signin" target="_blank" rel="noreferrer">
            Sign in in another tab
          </a>
          , then try again here.
        </ErrorNotice>
      )
    case 'fields':
    case 'refusal':
    case 'missing':
    case 'slow':
    case 'failure':
      return <ErrorNotice title={fault.message}>{fault.refusal?.lift}</ErrorNotice>
  }
}
