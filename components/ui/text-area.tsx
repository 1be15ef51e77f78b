'use client'

import type { Ref } from 'react'
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { known } from './button'
import { CharacterCount } from './character-count'
import { FIELD, FieldLabel, FieldNotes } from './field'
import { CONTROL } from './styles'
import type { TextFieldProps } from './text-field'
import { FieldHint } from './text-field'
import { useTextBox } from './use-text-box'

export type TextAreaProps = Omit<TextFieldProps, 'type' | 'inputMode' | 'ref'> & {
  rows?: number
  ref?: Ref<HTMLTextAreaElement>
}

export function TextArea(props: TextAreaProps) {
  const { label, description, error: _, maxLength, hint, placeholder, lang, className, rows = 4, ...rest } = props
  const { ref: __, ...field } = rest
  const { box, handlers, text, error, change } = useTextBox<HTMLTextAreaElement>(props)
  return (
    <AriaTextField
      {...known(field)}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`${FIELD} ${className ?? ''}`}
      onChange={change}
    >
      <FieldLabel isRequired={field.isRequired}>{label}</FieldLabel>
      <AriaTextArea
        {...known({ placeholder, lang })}
        {...handlers}
        ref={box}
        rows={rows}
        dir="auto"
        className={`${CONTROL} resize-y`}
      />
      <FieldHint hint={hint} />
      <FieldNotes description={description} error={error} />
      <CharacterCount text={text} limit={maxLength} />
    </AriaTextField>
  )
}
