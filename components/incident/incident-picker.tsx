'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useSearchText } from '@/components/form/use-search-text'
import { useTRPC } from '@/components/trpc'
import { ComboBox } from '@/components/ui/combo-box'
import type { FieldProps } from '@/components/ui/field'

export const pickedIncident = z.object({ id: z.string(), title: z.string() })
export type PickedIncident = z.infer<typeof pickedIncident>

type IncidentPickerProps = FieldProps & {
  value: PickedIncident | null
  onChange: (incident: PickedIncident | null) => void
  /** Not offered: the incident at hand. */
  exceptId: string
}

/** One incident, searched by its title. */
export function IncidentPicker({ value, onChange, exceptId, ...field }: IncidentPickerProps) {
  const trpc = useTRPC()
  const { text, isBegun, begin, look, state } = useSearchText()
  const found = useQuery(
    trpc.incident.find.queryOptions({ text }, { enabled: isBegun, placeholderData: keepPreviousData }),
  )
  const incidents = (found.data ?? []).filter((incident) => incident.id !== exceptId)
  const options = incidents.map((incident) => ({ id: incident.id, label: incident.title, description: incident.slug }))
  if (value !== null && !options.some((option) => option.id === value.id))
    options.unshift({ id: value.id, label: value.title, description: '' })
  return (
    <ComboBox
      {...field}
      options={options}
      value={value?.id ?? null}
      onChange={(id) => {
        const picked = incidents.find((incident) => incident.id === id)
        if (id === null) onChange(null)
        else if (picked !== undefined) onChange({ id: picked.id, title: picked.title })
      }}
      onBegin={begin}
      onSearch={look}
      {...state(found)}
      emptyText="No incident has such a title."
    />
  )
}
