'use client'

import { useMutation, useQueryClient, type UseMutationOptions } from '@tanstack/react-query'
import { faultOf, refusalWords } from '@/components/fault'
import { useGo } from '@/components/desk/on-the-way'
import { useTRPC } from '@/components/trpc'
import { announce } from '@/components/ui/status'
import type { RenditionPageView } from './view'

type Mutation<Input> = Pick<UseMutationOptions<RenditionPageView, unknown, Input>, 'mutationFn' | 'mutationKey'>

/** A command on a translation: its view is the page's; where it is of another text, that text's page is opened. */
export function useRenditionCommand<Input>(mutation: Mutation<Input>, said: string, from?: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const go = useGo()
  const { mutate, isPending, error, reset } = useMutation<RenditionPageView, unknown, Input>({
    ...mutation,
    onSuccess: (view) => {
      const revisionId = view.revision.id
      queryClient.setQueryData(trpc.rendition.read.queryKey({ revisionId }), view)
      void queryClient.invalidateQueries({ queryKey: trpc.rendition.list.queryKey({ incidentId: view.incident.id }) })
      announce(said)
      if (revisionId !== from) go(`/desk/translations/${revisionId}`)
    },
  })
  const fault = error === null ? null : faultOf(error)
  return {
    run: mutate,
    isPending,
    reset,
    problem: fault === null ? undefined : refusalWords(fault),
  }
}
