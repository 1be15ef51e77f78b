'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTRPC } from '@/components/trpc'
import type { Workspace } from './view'

/** Puts the view that a command returned where every column reads it: no second call. */
export function useWorkspaceCache(): (view: Workspace) => void {
  const queryClient = useQueryClient()
  const trpc = useTRPC()
  return useCallback(
    (view) => {
      queryClient.setQueryData(trpc.incident.get.queryKey({ id: view.incident.id }), view)
    },
    [queryClient, trpc],
  )
}
