'use client'

import { useMutation } from '@tanstack/react-query'
import { faultOf } from '@/components/fault'
import { useTRPC } from '@/components/trpc'
import { announce } from '@/components/ui/status'
import { useWorkspaceCache } from './use-workspace-cache'

/** Takes back what was attached a moment ago. */
export function useWithdraw(incidentId: string): (evidenceId: string) => void {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const { mutate } = useMutation(
    trpc.evidence.withdraw.mutationOptions({
      onSuccess: (view) => {
        keep(view)
        announce('Withdrawn.')
      },
      onError: (error) => {
        announce(faultOf(error).message, 'failed')
      },
    }),
  )
  return (id) => {
    mutate({ incidentId, id, reason: 'Attached by mistake.' })
  }
}
