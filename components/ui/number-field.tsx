'use client'

import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components'
import { Minus, Plus } from 'lucide-react'
import { known } from './button'
import { FIELD, FieldLabel, FieldNotes } from './field'
import type { FieldProps } from './field'
import { pickerClass } from './styles'
import { useAnswering } from './use-answering'
import { useIsReady } from './use-is-ready'

export type NumberFieldProps = FieldProps & {
  /** NaN is an empty field. */
  value?: number | undefined
  defaultValue?: number | undefined
  onChange?: ((value: number) => void) | undefined
  minValue?: number | undefined
  maxValue?: number | undefined
  step?: number | undefined
  formatOptions?: Intl.NumberFormatOptions | undefined
  className?: string | undefined
}

const STEP =
  'flex w-8 shrink-0 items-center justify-center border-rule-strong text-ink-muted hover:bg-paper-sunken disabled:opacity-50'

export function NumberField({ label, description, error, className, onChange, ...field }: NumberFieldProps) {
  const isReady = useIsReady()
  const change = useAnswering({ id: field.id, error }, onChange)
  return (
    <AriaNumberField
      {...known(field)}
      isDisabled={(field.isDisabled ?? false) || !isReady}
      onChange={change}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`${FIELD} ${className ?? ''}`}
    >
      <FieldLabel isRequired={field.isRequired}>{label}</FieldLabel>
      <Group className="flex w-40 rounded border border-rule-strong bg-paper-raised data-invalid:border-danger">
        <Button slot="decrement" className={`${STEP} border-e`}>
          <Minus aria-hidden className="size-4" />
        </Button>
        <Input
          className={`${pickerClass(isReady)} border-transparent text-center tabular-nums hover:border-transparent`}
        />
        <Button slot="increment" className={`${STEP} border-s`}>
          <Plus aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldNotes description={description} error={error} />
    </AriaNumberField>
  )
}
