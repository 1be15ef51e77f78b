'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { announce } from '@/components/ui/status'
import { isUnderWay } from '@/domain/intake'

export type Tray = RouterOutputs['intake']['list']
export type TrayItem = Tray['items'][number]
export type TrayList = Tray['lists'][number]

/** Milliseconds between looks: while something is under way, and otherwise, for what colleagues ask for. */
const SOON = 1_000
const NOW_AND_THEN = 20_000

const isMoving = (tray: Tray): boolean =>
  tray.items.some(({ state }) => isUnderWay(state)) || tray.lists.some(({ underWay }) => underWay > 0)

/** What is being taken in of an incident, by anybody, as it goes on. */
export function useTray(incidentId: string): Tray | undefined {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data } = useQuery({
    ...trpc.intake.list.queryOptions({ incidentId }),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? SOON : NOW_AND_THEN),
  })
  // Lines of lists are kept by themselves: the sources are read anew when there are more.
  const kept = data?.lists.reduce((sum, list) => sum + list.kept, 0)
  const before = useRef(kept)
  useEffect(() => {
    if (before.current !== undefined && kept !== undefined && kept > before.current)
      void queryClient.invalidateQueries({ queryKey: trpc.incident.get.queryKey({ id: incidentId }) })
    before.current = kept
  }, [kept, queryClient, trpc, incidentId])
  useToldLists(data?.lists)
  return data
}

/** A list that has come to its end is said: one without failures leaves the tray with it. */
function useToldLists(lists: readonly TrayList[] | undefined): void {
  const moving = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (lists === undefined) return
    for (const { id, name, underWay, kept, failed } of lists)
      if (underWay === 0 && moving.current.has(id))
        announce(`${name ?? 'The list'} is done: ${kept} kept, ${failed} failed.`, failed > 0 ? 'failed' : 'done')
    moving.current = new Set(lists.filter(({ underWay }) => underWay > 0).map(({ id }) => id))
  }, [lists])
}

/** Puts the tray that a command returned where it is read. */
export function useTrayCache(): (tray: Tray) => void {
  const queryClient = useQueryClient()
  const trpc = useTRPC()
  return useCallback(
    (tray) => {
      queryClient.setQueryData(trpc.intake.list.queryKey({ incidentId: tray.incidentId }), tray)
    },
    [queryClient, trpc],
  )
}
