'use client'

import { useQuery } from '@tanstack/react-query'
import { RecordDoubles } from '@/components/merge/record-doubles'
import { useTRPC } from '@/components/trpc'
import type { PartyView } from './party-form'
import { PARTY_KIND_LABEL } from './words'

const mergeable = ({ id, name, kind, version }: PartyView) => ({ id, name, version, about: PARTY_KIND_LABEL[kind] })

/** Parties that are likely one, to be merged or told apart. */
export function DoubleParties() {
  const trpc = useTRPC()
  const options = trpc.party.doubles.queryOptions({})
  const { data = [] } = useQuery(options)
  return (
    <RecordDoubles
      noun="party"
      pairs={data}
      mergeable={mergeable}
      merge={trpc.party.merge.mutationOptions()}
      tellApart={trpc.party.tellApart.mutationOptions()}
      keys={{ pairs: options.queryKey, all: trpc.party.pathKey() }}
    />
  )
}
