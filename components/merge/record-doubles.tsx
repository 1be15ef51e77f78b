'use client'

import { useMutation, useQueryClient, type QueryKey, type UseMutationOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { faultOf } from '@/components/fault'
import { useSubmit } from '@/components/form/use-submit'
import type { RouterInputs } from '@/components/trpc'
import { ErrorNotice } from '@/components/ui/error-notice'
import { announce } from '@/components/ui/status'
import { mergeInput } from '@/domain/input/name'
import { DoubleList, type Double } from './double-list'
import { MergeDialog, type Mergeable } from './merge-dialog'

type Rules = Double['can']
type Pair<View> = { one: View; other: View; because: string }

type RecordDoublesProps<View> = {
  noun: 'party' | 'place'
  pairs: readonly Pair<View>[]
  mergeable: (view: View) => Mergeable
  merge: Pick<UseMutationOptions<View, unknown, RouterInputs['party']['merge']>, 'mutationFn' | 'mutationKey'>
  tellApart: Pick<
    UseMutationOptions<unknown, unknown, RouterInputs['party']['tellApart']>,
    'mutationFn' | 'mutationKey'
  >
  /** Of the pairs, and of all that is known of such records. */
  keys: { pairs: QueryKey; all: QueryKey }
}

/** Records that are likely one, to be merged or told apart. */
export function RecordDoubles<View extends { id: string; name: string; can: Rules }>(props: RecordDoublesProps<View>) {
  const { noun, pairs, mergeable, merge, tellApart, keys } = props
  const client = useQueryClient()
  const [merging, setMerging] = useState<Double['pair'] | null>(null)
  // Once there were some, the last of them leaves a word where it was.
  const [isSeen, setIsSeen] = useState(false)
  if (pairs.length > 0 && !isSeen) setIsSeen(true)
  const close = () => {
    setMerging(null)
  }
  const sending = useSubmit({
    schema: mergeInput,
    mutation: merge,
    onDone: ({ name }) => {
      announce(`Merged into ${name}.`)
      close()
      // Names, aliases and doubles of both change, wherever they are listed.
      void client.invalidateQueries({ queryKey: keys.all })
    },
  })
  const apart = useMutation({
    ...tellApart,
    onSuccess: (_, { id, otherId }) => {
      client.setQueryData<Pair<View>[]>(keys.pairs, (known) =>
        known?.filter(({ one, other }) => one.id !== id || other.id !== otherId),
      )
      announce('They are kept apart.')
    },
  })
  if (!isSeen) return null
  return (
    <>
      {apart.error !== null && <ErrorNotice title={faultOf(apart.error).message} />}
      <DoubleList
        doubles={pairs.map(({ one, other, because }) => ({
          pair: [mergeable(one), mergeable(other)],
          because,
          can: one.can,
        }))}
        onMerge={setMerging}
        onTellApart={([one, other]) => {
          apart.mutate({ id: one.id, otherId: other.id })
        }}
      />
      {merging !== null && <MergeDialog noun={noun} pair={merging} sending={sending} onClose={close} />}
    </>
  )
}
