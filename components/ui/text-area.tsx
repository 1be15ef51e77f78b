'use client'

import type { Ref } from 'react'
import { useState } from 'react'
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { known } from './button'
import { CharacterCount } from './character-count'
import { FIELD, FieldLabel, FieldNotes } from './field'
import { CONTROL } from './styles'
import type { TextFieldProps } from './text-field'
import { FieldHint } from './text-field'

export type TextAreaProps = Omit<TextFieldProps, 'type' | 'inputMode' | 'ref'> & {
  rows?: number
  ref?: Ref<HTMLTextAreaElement>
}

export function TextArea(props: TextAreaProps) {
  const { label, description, error, maxLength, hint, placeholder, lang, className, rows = 4, ref, ...field } = props
  const { onChange, ...aria } = field
  const [typed, setTyped] = useState(field.defaultValue ?? '')
  return (
    <AriaTextField
      {...known(aria)}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`${FIELD} ${className ?? ''}`}
      onChange={(value) => {
        setTyped(value)
        onChange?.(value)
      }}
    >
      <FieldLabel isRequired={field.isRequired}>{label}</FieldLabel>
      <AriaTextArea
        {...known({ placeholder, lang })}
        {...(ref && { ref })}
        rows={rows}
        dir="auto"
        className={`${CONTROL} resize-y`}
      />
      <FieldHint hint={hint} />
      <FieldNotes description={description} error={error} />
      <CharacterCount text={field.value ?? typed} limit={maxLength} />
    </AriaTextField>
  )
}
