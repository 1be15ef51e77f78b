'use client'

import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { CircleAlert } from 'lucide-react'

/** What every field has: a label that is always there, a description, what is wrong with it. */
export type FieldProps = {
  label: string
  description?: ReactNode
  /** What is wrong, in a sentence; marks the field invalid and is read with it. */
  error?: string | undefined
  isRequired?: boolean | undefined
  isDisabled?: boolean | undefined
  name?: string | undefined
  id?: string | undefined
  autoFocus?: boolean | undefined
}

export function FieldLabel({
  children,
  isRequired = false,
}: {
  children: ReactNode
  isRequired?: boolean | undefined
}) {
  return (
    <Label className="text-sm font-medium text-ink">
      {children}
      {isRequired && (
        <span aria-hidden className="font-normal text-ink-muted">
          {' '}
          · required
        </span>
      )}
    </Label>
  )
}

/** Goes inside a React Aria field, which ties both texts to the control by id. */
export function FieldNotes({ description, error }: { description?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="block text-sm text-ink-muted">
          {description}
        </Text>
      )}
      <FieldError className="flex items-start gap-1 text-sm text-danger">
        {error !== undefined && (
          <>
            <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
            <span>{error}</span>
          </>
        )}
      </FieldError>
    </>
  )
}

export const FIELD = 'flex min-w-0 flex-col gap-1'
