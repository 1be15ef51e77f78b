'use client'

import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { faultOf, refusalWords } from '@/components/fault'
import { announce } from '@/components/ui/status'
import type { Workspace } from '@/components/evidence/view'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'

type Mutation<Input> = Pick<UseMutationOptions<Workspace, unknown, Input>, 'mutationFn' | 'mutationKey'>

/** A command of the workflow: its view goes to every column, what it did is said, and what it was refused for too. */
export function useSummaryCommand<Input>(mutation: Mutation<Input>, said: string, onDone?: () => void) {
  const result = useWorkspaceResult()
  const { mutate, isPending, error, reset } = useMutation<Workspace, unknown, Input>({
    ...mutation,
    onSuccess: (view) => {
      result.onSuccess(view)
      announce(said)
      onDone?.()
    },
    onError: result.onError,
  })
  const fault = error === null ? null : faultOf(error)
  return {
    run: mutate,
    isPending,
    reset,
    fault,
    /** One sentence, with what would lift it. */
    problem: fault === null ? undefined : refusalWords(fault),
  }
}
