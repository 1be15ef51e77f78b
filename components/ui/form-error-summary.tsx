'use client'

import { useEffect, useRef } from 'react'

export type FormErrorSummaryProps = {
  /** `fieldId` is the id given to the field, to which the line then leads. */
  errors: readonly { fieldId?: string | undefined; message: string }[]
  /** Raise it at each submit: the summary takes the focus again. */
  attempt: number
}

/** At the head of a form that was refused: how many things are wrong, and the way to each. */
export function FormErrorSummary({ errors, attempt }: FormErrorSummaryProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) ref.current?.focus()
  }, [attempt])
  if (errors.length === 0) return null
  const count = errors.length === 1 ? 'One thing needs' : `${errors.length} things need`
  return (
    <div ref={ref} tabIndex={-1} role="alert" className="border-s-4 border-danger bg-danger-wash px-3 py-2">
      <p className="font-medium text-danger">{count} fixing. What you typed is kept.</p>
      <ul className="mt-1 list-disc ps-5 text-sm">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId ?? ''} ${message}`}>
            {fieldId === undefined ? (
              message
            ) : (
              <a
                href={`#${fieldId}`}
                className="link"
                onClick={(event) => {
                  focusField(event, fieldId)
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A field's id may stand on its input or on the box around it. */
function focusField(event: { preventDefault: () => void }, fieldId: string) {
  const field = document.getElementById(fieldId)
  if (field === null) return
  event.preventDefault()
  const control = field.matches('input, textarea, button') ? field : field.querySelector('input, textarea, button')
  if (control instanceof HTMLElement) control.focus()
}
