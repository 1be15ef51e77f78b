'use client'

import { CircleAlert } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { CONTROL } from '@/components/ui/styles'
import { useAnswering } from '@/components/ui/use-answering'

type PlainFieldProps = {
  label: string
  name: string
  type?: 'text' | 'email' | 'password'
  autoComplete: string
  defaultValue?: string
  isReadOnly?: boolean
  autoFocus?: boolean
  description?: ReactNode
  error?: string | undefined
  id?: string
}

/**
 * A native field that keeps its own value: what a password manager fills in, or what is typed before the page's
 * script has come, stays.
 */
export function PlainField(props: PlainFieldProps) {
  const { label, name, type = 'text', autoComplete, defaultValue, isReadOnly = false, description, error } = props
  const made = useId()
  const id = props.id ?? made
  const [isShown, setIsShown] = useState(false)
  const answer = useAnswering({ id, error }, undefined)
  const noteId = `${id}-note`
  const hasNote = description !== undefined || error !== undefined
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-1.5">
        <input
          id={id}
          name={name}
          type={type === 'password' && isShown ? 'text' : type}
          autoComplete={autoComplete}
          defaultValue={defaultValue}
          readOnly={isReadOnly}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page's one purpose is this form, and this is its first field
          autoFocus={props.autoFocus ?? false}
          required
          spellCheck={false}
          autoCapitalize="none"
          dir="auto"
          onInput={answer}
          aria-invalid={error !== undefined}
          {...(hasNote && { 'aria-describedby': noteId })}
          className={CONTROL}
        />
        {type === 'password' && (
          <button
            type="button"
            aria-pressed={isShown}
            aria-controls={id}
            className="min-h-9 shrink-0 rounded border border-rule-strong px-2 text-sm text-ink-muted hover:text-ink pointer-coarse:min-h-11"
            onClick={() => {
              setIsShown(!isShown)
            }}
          >
            Show
          </button>
        )}
      </div>
      {hasNote && (
        <div id={noteId} className="flex flex-col gap-1 text-sm">
          {description !== undefined && <span className="text-ink-muted">{description}</span>}
          {error !== undefined && (
            <span className="flex items-start gap-1 text-danger">
              <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
              {error}
            </span>
          )}
        </div>
      )}
    </div>
  )
}
