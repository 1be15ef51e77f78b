'use client'

import { useEffect, useRef } from 'react'

export type FormErrorSummaryProps = {
  /** `fieldId` is the id given to the field, to which the line then leads. */
  errors: readonly { fieldId?: string | undefined; message: string }[]
  /** Raise it at each submit: the first wrong field takes the focus, or the summary where there is no such field. */
  attempt: number
}

/** At the head of a form that was refused: how many things are wrong, and the way to each. */
export function FormErrorSummary({ errors, attempt }: FormErrorSummaryProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) (firstWrong(ref.current) ?? ref.current)?.focus()
  }, [attempt])
  if (errors.length === 0) return null
  const count = errors.length === 1 ? 'One thing needs' : `${errors.length} things need`
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      // Read out as it comes, not again each time a line goes because its field was changed.
      aria-atomic="false"
      aria-relevant="additions"
      className="border-s-4 border-danger bg-danger-wash px-3 py-2"
    >
      <p className="font-medium text-danger">{count} fixing. What you typed is kept.</p>
      <ul className="mt-1 list-disc ps-5 text-sm">
        {errors.toSorted(asOnThePage).map(({ fieldId, message }) => (
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

type Wrong = FormErrorSummaryProps['errors'][number]

/** What is of no field comes first, then field by field from the top: a form is mended in the order in which it is read. */
function asOnThePage(a: Wrong, b: Wrong): number {
  const [one, other] = [controlOf(a.fieldId), controlOf(b.fieldId)]
  if (one === null || other === null || one === other) return Number(one !== null) - Number(other !== null)
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

function focusField(event: { preventDefault: () => void }, fieldId: string) {
  const control = controlOf(fieldId)
  if (control === null) return
  event.preventDefault()
  control.focus()
}

/** Of the controls that the summary leads to, the one that stands first on the page. */
function firstWrong(summary: HTMLElement | null): HTMLElement | null {
  const links = summary === null ? [] : Array.from(summary.querySelectorAll('a'))
  return links.reduce<HTMLElement | null>((first, link) => {
    const control = controlOf(link.getAttribute('href')?.slice(1))
    if (first === null || control === null) return first ?? control
    const isBefore = control.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING
    return isBefore ? control : first
  }, null)
}

/** A field's id may stand on its control or on the box around it. */
function controlOf(fieldId: string | undefined): HTMLElement | null {
  const field = fieldId === undefined ? null : document.getElementById(fieldId)
  const control = field?.matches('input, textarea, button') ? field : field?.querySelector('input, textarea, button')
  return control instanceof HTMLElement ? control : null
}
