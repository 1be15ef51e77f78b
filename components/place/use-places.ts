'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { faultOf } from '@/components/fault'
import { isUnanswered, useSearchText } from '@/components/form/use-search-text'
import { useTRPC } from '@/components/trpc'
import type { SelectOption } from '@/components/ui/select'
import { aboutOf, adoptionOf, idOf, whereOf } from './geonames'
import type { PlaceView } from './place-form'
import { PRECISION_LABEL } from './words'

export type PickedPlace = { id: string; name: string }

const ofPlace = (place: PlaceView): SelectOption<string> => ({
  id: place.id,
  label: place.name,
  description: [PRECISION_LABEL[place.precision], ...place.names.slice(1, 4).map((one) => one.name)].join(' · '),
})

/** Places as one types: the desk's own first, those it has under another spelling, and then the world's. */
export function usePlaces({ canCreate }: { canCreate: boolean }) {
  const trpc = useTRPC()
  const { text, isBegun, begin, look, state } = useSearchText()
  const own = useQuery(
    trpc.place.search.queryOptions({ text, limit: 20 }, { enabled: isBegun, placeholderData: keepPreviousData }),
  )
  const isAsked = isBegun && text.length > 1
  const world = useQuery(
    trpc.gazetteer.search.queryOptions({ text }, { enabled: isAsked, placeholderData: keepPreviousData }),
  )
  const entries = isAsked ? (world.data?.entries ?? []) : []
  const listed = own.data?.places ?? []
  const places = [...listed, ...entries.flatMap(({ place }) => place ?? [])].filter(
    (place, at, all) => all.findIndex(({ id }) => id === place.id) === at,
  )
  const open = canCreate ? entries.filter(({ place }) => place === null) : []
  const options = [
    ...places.map(ofPlace),
    ...open.map((entry) => ({
      id: idOf(entry),
      name: entry.name,
      label: [entry.name, whereOf(entry)].filter((part) => part !== '').join(', '),
      description: aboutOf(entry),
    })),
  ]
  const picked = (id: string): PickedPlace | null => {
    const found = places.find((one) => one.id === id) ?? open.find((one) => idOf(one) === id)
    return found === undefined ? null : { id, name: found.name }
  }
  const isWaiting = isAsked && isUnanswered(world)
  const stands = state(own)
  return {
    options,
    picked,
    begin,
    look,
    state: { ...stands, isLoading: stands.isLoading || isWaiting },
    /** Known once something was searched for. */
    isWorldEmpty: world.data?.isFilled === false,
  }
}

/**
 * Makes a place of an entry that is picked, and picks that. Until then the entry stands in the field, and in a draft
 * that is kept, so that a line that is slow or gone loses nothing.
 */
export function useAdoption(value: PickedPlace | null, onChange: (place: PickedPlace | null) => void) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const adopt = useMutation(
    trpc.place.adopt.mutationOptions({
      onSuccess: (place) => {
        client.setQueryData(trpc.place.get.queryKey({ id: place.id }), place)
        void client.invalidateQueries({ queryKey: trpc.place.search.queryKey() })
        void client.invalidateQueries({ queryKey: trpc.gazetteer.search.queryKey() })
      },
    }),
  )
  const wanted = value?.id ?? ''
  const take = useEffectEvent((entry: NonNullable<ReturnType<typeof adoptionOf>>) => {
    adopt.mutate(entry, { onSuccess: done })
  })
  // What else was typed meanwhile stays: the form is changed as it is when the answer comes.
  const done = useEffectEvent(({ id, name }: PickedPlace) => {
    onChange({ id, name })
  })
  useEffect(() => {
    const entry = adoptionOf(wanted)
    if (entry !== null) take(entry)
  }, [wanted])
  const isWanted = adoptionOf(wanted) !== null
  return {
    isPending: isWanted && adopt.isPending,
    error: isWanted && adopt.error !== null ? `It is not added yet. ${faultOf(adopt.error).message}` : undefined,
  }
}
