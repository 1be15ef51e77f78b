'use client'

import { parseWhen } from '@/domain/time'
import { TextField } from '@/components/ui/text-field'

type WhenFieldProps = {
  label: string
  value: string
  onChange: (typed: string) => void
  error?: string | undefined
  id?: string
  description?: string | undefined
}

/** A time as people type it, with what was understood beside it. */
export function WhenField({ label, value, onChange, error, id, description }: WhenFieldProps) {
  const parsed = value.trim() === '' ? null : parseWhen(value)
  const hint =
    parsed === null ? undefined : parsed.ok ? `Understood as: ${parsed.words} (${parsed.edtf})` : parsed.message
  return (
    <TextField
      label={label}
      description={description}
      value={value}
      onChange={onChange}
      error={error}
      hint={error === undefined ? hint : undefined}
      placeholder="14 March 2024, about June 2023 …"
      {...(id !== undefined && { id })}
    />
  )
}
