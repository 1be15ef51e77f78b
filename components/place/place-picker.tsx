'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchText } from '@/components/form/use-search-text'
import { useTRPC } from '@/components/trpc'
import { ComboBox } from '@/components/ui/combo-box'
import { Dialog } from '@/components/ui/dialog'
import type { FieldProps } from '@/components/ui/field'
import { PlaceForm, type PlaceView } from './place-form'
import { PRECISION_LABEL } from './words'

export type PickedPlace = { id: string; name: string }

type PlacePickerProps = FieldProps & {
  value: PickedPlace | null
  onChange: (place: PickedPlace | null) => void
  /** False where the person may not make one. */
  canCreate?: boolean
  placeholder?: string
}

const toOption = (place: PlaceView) => ({
  id: place.id,
  label: place.name,
  description: [PRECISION_LABEL[place.precision], ...place.names.slice(1, 4).map((one) => one.name)].join(' · '),
})

/** One place, searched by any of its names as one types, or made on the spot. */
export function PlacePicker({ value, onChange, canCreate = true, ...field }: PlacePickerProps) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [creating, setCreating] = useState<string | null>(null)
  const { text, isBegun, begin, look, state } = useSearchText()
  const found = useQuery(
    trpc.place.search.queryOptions({ text, limit: 20 }, { enabled: isBegun, placeholderData: keepPreviousData }),
  )
  const places = found.data?.places ?? []
  const options = places.map(toOption)
  if (value !== null && !options.some((option) => option.id === value.id))
    options.unshift({ id: value.id, label: value.name, description: '' })
  const close = () => {
    setCreating(null)
  }
  return (
    <div>
      <ComboBox
        {...field}
        onBegin={begin}
        options={options}
        value={value?.id ?? null}
        onChange={(id) => {
          const place = places.find((one) => one.id === id)
          if (id === null) onChange(null)
          else if (place !== undefined) onChange({ id: place.id, name: place.name })
        }}
        onSearch={look}
        {...state(found)}
        emptyText="No place has such a name."
        {...(canCreate && { onCreate: setCreating, createLabel: (name: string) => `New place “${name}”…` })}
      />
      <Dialog
        isOpen={creating !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) close()
        }}
        title="New place"
        size="medium"
      >
        <PlaceForm
          initialName={creating ?? ''}
          onCancel={close}
          onDone={(place) => {
            client.setQueryData(trpc.place.get.queryKey({ id: place.id }), place)
            void client.invalidateQueries({ queryKey: trpc.place.search.queryKey() })
            onChange({ id: place.id, name: place.name })
            close()
          }}
        />
      </Dialog>
    </div>
  )
}
