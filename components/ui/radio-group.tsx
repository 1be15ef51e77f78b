'use client'

import type { ReactNode } from 'react'
import { RadioGroup as AriaRadioGroup, RadioButton, RadioField, Text } from 'react-aria-components'
import { known } from './button'
import { FieldLabel, FieldNotes } from './field'
import type { FieldProps } from './field'
import { choiceClass } from './styles'
import { useAnswering } from './use-answering'
import { useIsReady } from './use-is-ready'

export type RadioOption<T extends string> = {
  id: T
  label: ReactNode
  description?: ReactNode
  isDisabled?: boolean | undefined
  /** Why it cannot be picked; shown under the label. */
  explanation?: string | undefined
}

export type RadioGroupProps<T extends string> = FieldProps & {
  options: readonly RadioOption<T>[]
  value?: T | null | undefined
  defaultValue?: T | undefined
  onChange?: ((value: T) => void) | undefined
  orientation?: 'horizontal' | 'vertical'
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, description, error, options, onChange, orientation = 'vertical', autoFocus: _, ...field } = props
  const isReady = useIsReady()
  const change = useAnswering(props, onChange)
  return (
    <AriaRadioGroup
      {...known(field)}
      isDisabled={(field.isDisabled ?? false) || !isReady}
      orientation={orientation}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className="flex min-w-0 flex-col gap-1.5"
      onChange={(value) => {
        const picked = options.find((option) => option.id === value)
        if (picked) change(picked.id)
      }}
    >
      <FieldLabel isRequired={field.isRequired}>{label}</FieldLabel>
      <div className={orientation === 'horizontal' ? 'flex flex-wrap gap-x-5 gap-y-1' : 'flex flex-col gap-1.5'}>
        {options.map((option) => (
          <Choice key={option.id} {...option} />
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </AriaRadioGroup>
  )
}

function Choice<T extends string>({ id, label, description, isDisabled, explanation }: RadioOption<T>) {
  const isReady = useIsReady()
  return (
    <RadioField value={id} isDisabled={isDisabled ?? false} className="flex flex-col">
      <RadioButton className={choiceClass(isReady)}>
        <span
          aria-hidden
          className="mt-0.5 size-4.5 shrink-0 rounded-full border border-rule-strong bg-paper-raised outline-offset-2 outline-focus group-data-focus-visible:outline-2 group-data-invalid:border-danger group-data-selected:border-[5px] group-data-selected:border-accent forced-colors:group-data-selected:border-[Highlight]"
        />
        <span className="min-w-0">{label}</span>
      </RadioButton>
      {(description ?? explanation) !== undefined && (
        <Text slot="description" className="ms-6.5 block text-sm text-ink-muted">
          {description}
          {explanation !== undefined && <span className="block">{explanation}</span>}
        </Text>
      )}
    </RadioField>
  )
}
