'use client'

import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue, Text } from 'react-aria-components'
import { Check, ChevronDown } from 'lucide-react'
import { known } from './button'
import { FIELD, FieldLabel, FieldNotes } from './field'
import type { FieldProps } from './field'
import { OPTION, OVERLAY, pickerClass } from './styles'
import { useAnswering } from './use-answering'
import { useIsReady } from './use-is-ready'

export type SelectOption<T extends string> = {
  id: T
  label: string
  /** What stands in a box once it is chosen, where the label says more. */
  name?: string | undefined
  description?: string | undefined
  isDisabled?: boolean | undefined
}

export type SelectProps<T extends string> = FieldProps & {
  options: readonly SelectOption<T>[]
  value?: T | null | undefined
  defaultValue?: T | undefined
  onChange?: ((value: T) => void) | undefined
  placeholder?: string | undefined
  className?: string | undefined
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, description, error, options, value, defaultValue, onChange, className, ...field } = props
  const isReady = useIsReady()
  const change = useAnswering(props, onChange)
  return (
    <AriaSelect
      {...known({ placeholder: 'Choose…', ...field, value, defaultValue })}
      isDisabled={(field.isDisabled ?? false) || !isReady}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`${FIELD} ${className ?? ''}`}
      onChange={(key) => {
        const picked = options.find((option) => option.id === key)
        if (picked) change(picked.id)
      }}
    >
      <FieldLabel isRequired={field.isRequired}>{label}</FieldLabel>
      <Button className={`${pickerClass(isReady)} flex items-center justify-between gap-2 text-start`}>
        <SelectValue className="min-w-0 truncate data-placeholder:text-ink-muted">
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-muted" />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className={`${OVERLAY} w-(--trigger-width) min-w-48 p-1`}>
        <ListBox items={options} className="max-h-80 overflow-y-auto outline-none">
          {(option) => <Row {...option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** One row of a list: a label, an optional remark, a tick when chosen. */
export function Row({ id, label, name = label, description, isDisabled }: SelectOption<string>) {
  return (
    <ListBoxItem id={id} textValue={name} isDisabled={isDisabled ?? false} className={`group ${OPTION}`}>
      <Check aria-hidden className="invisible text-accent group-data-selected:visible" />
      <span className="min-w-0">
        <Text slot="label">{label}</Text>
        {description !== undefined && (
          <Text slot="description" className="block text-sm text-ink-muted">
            {description}
          </Text>
        )}
      </span>
    </ListBoxItem>
  )
}
