'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Workspace } from '@/components/evidence/view'
import { faultOf, type FaultView } from '@/components/fault'
import { useTRPC } from '@/components/trpc'
import type { Round } from './view'

/** The incident as it is now in this browser: what the page began with, then what each command returned. */
export function useWorkspace(initial: Workspace): Workspace {
  const trpc = useTRPC()
  const options = trpc.incident.get.queryOptions({ id: initial.incident.id })
  // What was decided in another tab is seen at once on coming back to this one.
  const { data } = useQuery({ ...options, initialData: initial, refetchOnWindowFocus: 'always' })
  return data
}

/** For every command on an incident's parts: its view goes to all columns, and so does what a stale write met. */
export function useWorkspaceResult() {
  const put = useWorkspaceCache()
  const onFault = useCallback(
    ({ kind, current }: FaultView) => {
      if (kind === 'conflict' && isWorkspace(current)) put(current)
    },
    [put],
  )
  const onError = useCallback(
    (error: unknown) => {
      onFault(faultOf(error))
    },
    [onFault],
  )
  return { onSuccess: put, onError, onFault }
}

/** What our own server sent with a CONFLICT; anything else is left alone. */
function isWorkspace(current: unknown): current is Workspace {
  return typeof current === 'object' && current !== null && 'incident' in current && 'questions' in current
}

/** Puts what casting returned in its claim's place. */
export function useRoundCache(): (incidentId: string, round: Round) => void {
  const queryClient = useQueryClient()
  const trpc = useTRPC()
  return useCallback(
    (incidentId, round) => {
      queryClient.setQueryData(trpc.incident.get.queryKey({ id: incidentId }), (before) =>
        before === undefined ? before : withRound(before, round),
      )
    },
    [queryClient, trpc],
  )
}

function withRound(workspace: Workspace, round: Round): Workspace {
  return {
    ...workspace,
    questions: workspace.questions.map((question) => ({
      ...question,
      claims: question.claims.map((claim) => (claim.id === round.claimId ? { ...claim, round } : claim)),
    })),
  }
}
