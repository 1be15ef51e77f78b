'use client'

import { useQuery } from '@tanstack/react-query'
import { RecordDoubles } from '@/components/merge/record-doubles'
import { useTRPC } from '@/components/trpc'
import type { PlaceView } from './place-form'
import { PRECISION_LABEL } from './words'

const mergeable = ({ id, name, precision, version }: PlaceView) => ({
  id,
  name,
  version,
  about: PRECISION_LABEL[precision],
})

/** Places that are likely one, to be merged or told apart. */
export function DoublePlaces() {
  const trpc = useTRPC()
  const options = trpc.place.doubles.queryOptions({})
  const { data = [] } = useQuery(options)
  return (
    <RecordDoubles
      noun="place"
      pairs={data}
      mergeable={mergeable}
      merge={trpc.place.merge.mutationOptions()}
      tellApart={trpc.place.tellApart.mutationOptions()}
      keys={{ pairs: options.queryKey, all: trpc.place.pathKey() }}
    />
  )
}
