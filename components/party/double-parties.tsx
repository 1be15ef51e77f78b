'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { faultOf } from '@/components/fault'
import { useSubmit } from '@/components/form/use-submit'
import { DoubleList, type Double } from '@/components/merge/double-list'
import { MergeDialog } from '@/components/merge/merge-dialog'
import { useTRPC } from '@/components/trpc'
import { ErrorNotice } from '@/components/ui/error-notice'
import { announce } from '@/components/ui/status'
import { mergeInput } from '@/domain/input/name'
import type { PartyView } from './party-form'
import { PARTY_KIND_LABEL } from './words'

const mergeable = ({ id, name, kind, version }: PartyView) => ({ id, name, version, about: PARTY_KIND_LABEL[kind] })

/** Parties that are likely one, to be merged or told apart. */
export function DoubleParties() {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [merging, setMerging] = useState<Double['pair'] | null>(null)
  const options = trpc.party.doubles.queryOptions({})
  const { data = [] } = useQuery(options)
  // Once there were some, the last of them leaves a word where it was.
  const [isSeen, setIsSeen] = useState(false)
  if (data.length > 0 && !isSeen) setIsSeen(true)
  const close = () => {
    setMerging(null)
  }
  const sending = useSubmit({
    schema: mergeInput,
    mutation: trpc.party.merge.mutationOptions(),
    onDone: (party) => {
      announce(`Merged into ${party.name}.`)
      close()
      // Names, aliases and doubles of both change, wherever they are listed.
      void client.invalidateQueries({ queryKey: trpc.party.pathKey() })
    },
  })
  const apart = useMutation(
    trpc.party.tellApart.mutationOptions({
      onSuccess: (_, { id, otherId }) => {
        client.setQueryData(options.queryKey, (pairs) =>
          pairs?.filter(({ one, other }) => one.id !== id || other.id !== otherId),
        )
        announce('They are kept apart.')
      },
    }),
  )
  if (!isSeen) return null
  return (
    <>
      {apart.error !== null && <ErrorNotice title={faultOf(apart.error).message} />}
      <DoubleList
        doubles={data.map(({ one, other, because }) => ({
          pair: [mergeable(one), mergeable(other)],
          because,
          can: one.can,
        }))}
        onMerge={setMerging}
        onTellApart={([one, other]) => {
          apart.mutate({ id: one.id, otherId: other.id })
        }}
      />
      {merging !== null && <MergeDialog noun="party" pair={merging} sending={sending} onClose={close} />}
    </>
  )
}
