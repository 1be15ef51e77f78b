'use client'

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useDebounced } from '@/components/form/use-debounced'
import { LikeList } from '@/components/merge/like-list'
import { WhereUsed } from '@/components/merge/where-used'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { LIMITS } from '@/domain/input/text'
import { faultOf } from '@/components/fault'
import { ErrorNotice } from '@/components/ui/error-notice'
import { aboutOf, idOf, whereOf } from './geonames'
import { PRECISION_LABEL } from './words'

type PlaceView = RouterOutputs['place']['get']

/** Places that are there already and likely the one that is being named. */
export function AlikePlaces({ names, onUse }: { names: readonly string[]; onUse: (place: PlaceView) => void }) {
  const trpc = useTRPC()
  const typed = useDebounced(names.map((name) => name.trim().slice(0, LIMITS.name)).join('\n'))
  const asked = typed.split('\n').filter((name) => name.length > 1)
  const { data } = useQuery(
    trpc.place.alike.queryOptions({ names: asked }, { enabled: asked.length > 0, placeholderData: keepPreviousData }),
  )
  const found = asked.length > 0 ? (data ?? []) : []
  const world = useEntries(asked[0] ?? '', onUse)
  return (
    <>
      {world.error !== null && <ErrorNotice title={faultOf(world.error).message} />}
      <LikeList
        noun="place"
        records={[
          ...found.map(({ place, because }) => ({ ...place, about: PRECISION_LABEL[place.precision], because })),
          ...world.records,
        ]}
        onUse={(id) => {
          const place = found.find((one) => one.place.id === id)?.place
          if (place !== undefined) onUse(place)
          else world.use(id)
        }}
      />
    </>
  )
}

const ENTRIES = 3

/** Places of the gazetteer that have the very name, in any spelling; whichever is used becomes a place. */
function useEntries(name: string, onUse: (place: PlaceView) => void) {
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.gazetteer.search.queryOptions(
      { text: name, isWhole: true, limit: ENTRIES },
      { enabled: name !== '', placeholderData: keepPreviousData },
    ),
  )
  const adopt = useMutation(trpc.place.adopt.mutationOptions({ onSuccess: onUse }))
  const open = name === '' ? [] : (data?.entries ?? []).filter(({ place }) => place === null)
  return {
    error: adopt.error,
    records: open.map((entry) => ({
      id: idOf(entry),
      name: entry.name,
      about: whereOf(entry),
      because: aboutOf(entry),
    })),
    use: (id: string) => {
      const entry = open.find((one) => idOf(one) === id)
      if (entry !== undefined) adopt.mutate({ geonamesId: entry.id, spelling: entry.spelledLike[0] ?? '' })
    },
  }
}

export function PlaceUses({ id }: { id: string }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.place.uses.queryOptions({ id }, { staleTime: 0 }))
  return <WhereUsed uses={data} />
}
