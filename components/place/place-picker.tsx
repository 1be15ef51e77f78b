'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc'
import { ComboBox } from '@/components/ui/combo-box'
import { Dialog } from '@/components/ui/dialog'
import type { FieldProps } from '@/components/ui/field'
import { PlaceForm } from './place-form'
import { useAdoption, usePlaces, type PickedPlace } from './use-places'

type PlacePickerProps = FieldProps & {
  value: PickedPlace | null
  onChange: (place: PickedPlace | null) => void
  /** False where the person may not make one. */
  canCreate?: boolean
  placeholder?: string
}

const NO_GAZETTEER =
  'Those of the world are not there yet: “npm run admin -- import-gazetteer” brings them, once for everybody.'

/** One place, searched by any of its names as one types, taken from the gazetteer, or made on the spot. */
export function PlacePicker({ value, onChange, canCreate = true, ...field }: PlacePickerProps) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [creating, setCreating] = useState<string | null>(null)
  const { picked, begin, look, state, isWorldEmpty, ...found } = usePlaces({ canCreate })
  const adoption = useAdoption(value, onChange)
  const options = [...found.options]
  if (value !== null && !options.some((option) => option.id === value.id))
    options.unshift({ id: value.id, label: value.name, description: '' })
  const close = () => {
    setCreating(null)
  }
  const error = adoption.error ?? field.error
  return (
    <div>
      <ComboBox
        {...field}
        {...(error !== undefined && { error })}
        {...(isWorldEmpty && {
          description: (
            <>
              {field.description} {NO_GAZETTEER}
            </>
          ),
        })}
        onBegin={begin}
        options={options}
        value={value?.id ?? null}
        onChange={(id) => {
          const place = id === null ? null : picked(id)
          if (id === null || place !== null) onChange(place)
        }}
        onSearch={look}
        {...state}
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
