'use client'

import type { ReactNode, Ref } from 'react'
import { TextField as AriaTextField, Input } from 'react-aria-components'
import { known } from './button'
import { CharacterCount } from './character-count'
import { FIELD, FieldLabel, FieldNotes } from './field'
import type { FieldProps } from './field'
import { CONTROL } from './styles'
import { useTextBox } from './use-text-box'

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  defaultValue?: string | undefined
  onChange?: ((value: string) => void) | undefined
  onBlur?: (() => void) | undefined
  type?: 'text' | 'email' | 'password' | 'url' | 'search'
  /** Counts down near the limit and says when it is passed; never cuts off what is typed or pasted. */
  maxLength?: number | undefined
  /** A remark on what was just typed ("understood as 14 March 2024"), read out politely. */
  hint?: ReactNode
  isReadOnly?: boolean | undefined
  autoComplete?: string | undefined
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'url' | 'search' | undefined
  placeholder?: string | undefined
  lang?: string | undefined
  className?: string | undefined
  spellCheck?: 'true' | 'false' | undefined
  ref?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { label, description, error: _, maxLength, hint, placeholder, lang, className, ref: __, ...field } = props
  const { box, handlers, text, error, change } = useTextBox<HTMLInputElement>(props)
  return (
    <AriaTextField
      {...known(field)}
      type={field.type ?? 'text'}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`${FIELD} ${className ?? ''}`}
      onChange={change}
    >
      <FieldLabel isRequired={field.isRequired}>{label}</FieldLabel>
      <Input {...known({ placeholder, lang })} {...handlers} ref={box} dir="auto" className={CONTROL} />
      <FieldHint hint={hint} />
      <FieldNotes description={description} error={error} />
      <CharacterCount text={text} limit={maxLength} />
    </AriaTextField>
  )
}

export function FieldHint({ hint }: { hint?: ReactNode }) {
  return (
    <div role="status" className="text-sm text-ink-muted empty:hidden">
      {hint}
    </div>
  )
}
