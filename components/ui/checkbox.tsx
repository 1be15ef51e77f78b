'use client'

import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { Check } from 'lucide-react'
import { known } from './button'
import { FieldNotes } from './field'
import { choiceClass } from './styles'
import { useAnswering } from './use-answering'
import { useIsReady } from './use-is-ready'

export type CheckboxProps = {
  children: ReactNode
  isSelected?: boolean | undefined
  defaultSelected?: boolean | undefined
  onChange?: ((isSelected: boolean) => void) | undefined
  description?: ReactNode
  error?: string | undefined
  isDisabled?: boolean | undefined
  isRequired?: boolean | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
}

export function Checkbox({ children, description, error, onChange, isDisabled = false, ...field }: CheckboxProps) {
  const isReady = useIsReady()
  const change = useAnswering({ id: field.id, error }, onChange)
  return (
    <CheckboxField
      {...known(field)}
      isDisabled={isDisabled || !isReady}
      onChange={change}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className="flex flex-col gap-0.5"
    >
      <CheckboxButton className={choiceClass(isReady)}>
        <Box />
        <span className="min-w-0">{children}</span>
      </CheckboxButton>
      <div className="ms-6.5 flex flex-col">
        <FieldNotes description={description} error={error} />
      </div>
    </CheckboxField>
  )
}

function Box() {
  return (
    <span
      aria-hidden
      className="mt-0.5 flex size-4.5 shrink-0 items-center justify-center rounded-sm border border-rule-strong bg-paper-raised text-on-accent outline-offset-2 outline-focus group-data-focus-visible:outline-2 group-data-invalid:border-danger group-data-selected:border-accent group-data-selected:bg-accent forced-colors:group-data-selected:bg-[Highlight]"
    >
      <Check className="size-3.5 opacity-0 group-data-selected:opacity-100" strokeWidth={3} />
    </span>
  )
}
