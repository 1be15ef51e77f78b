'use client'

import type { RefObject } from 'react'
import { useDeferredValue, useId } from 'react'
import { CircleAlert } from 'lucide-react'
import { CONTROL } from '@/components/ui/styles'
import { useAnswering } from '@/components/ui/use-answering'
import { useBoundedPaste } from '@/components/ui/use-bounded-paste'
import { LIMITS } from '@/domain/input/text'

type PasteAreaProps = {
  label: string
  description: string
  /** Uncontrolled: two million characters pass through no render. */
  area: RefObject<HTMLTextAreaElement | null>
  defaultValue?: string
  onInput: (length: number) => void
  length: number
  error?: string | undefined
  id: string
}

/** Where a text is pasted, however long. */
export function PasteArea({
  label,
  description,
  area,
  defaultValue = '',
  onInput,
  length,
  id,
  ...props
}: PasteAreaProps) {
  const noteId = useId()
  const shown = useDeferredValue(length)
  const { refused, forget, handlers } = useBoundedPaste(LIMITS.captureText)
  const error = refused ?? props.error
  const change = useAnswering({ id, error: props.error }, onInput)
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        rows={8}
        dir="auto"
        spellCheck={false}
        defaultValue={defaultValue}
        aria-describedby={noteId}
        aria-invalid={error !== undefined}
        className={`${CONTROL} max-h-96 resize-y font-serif`}
        {...handlers}
        onInput={(event) => {
          forget()
          change(event.currentTarget.value.length)
        }}
      />
      <div id={noteId} className="flex flex-col gap-1 text-sm text-ink-muted">
        <p>{shown === 0 ? description : `${shown.toLocaleString('en')} characters. It is kept to the letter.`}</p>
        {error !== undefined && (
          <p className="flex items-start gap-1 text-danger">
            <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
            <span>{error}</span>
          </p>
        )}
      </div>
    </div>
  )
}
