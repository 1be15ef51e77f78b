'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDebounced } from '@/components/form/use-debounced'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { addressOf, inputOf, type Asked, type AskedPart } from './asked'

/** What is asked for, kept in the page's address once it stands still. */
export function useAsked(initial: Asked) {
  const [asked, setAsked] = useState(initial)
  const settled = useDebounced(asked, 180)
  useEffect(() => {
    const query = addressOf(settled)
    if (query !== window.location.search)
      window.history.replaceState(null, '', `${window.location.pathname}${query}${window.location.hash}`)
  }, [settled])
  return {
    asked,
    settled,
    isSettled: asked === settled,
    change: (part: AskedPart, value: string) => {
      setAsked((before) => ({ ...before, [part]: value }))
    },
    set: setAsked,
  }
}

type First = { asked: Asked; page: RouterOutputs['search']['find'] }

/** The pages of what was found, those before shown until the next are there. */
export function useFound(asked: Asked, first: First) {
  const trpc = useTRPC()
  const options = trpc.search.find.infiniteQueryOptions(inputOf(asked), {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    ...(addressOf(asked) === addressOf(first.asked) && { initialData: { pages: [first.page], pageParams: [null] } }),
  })
  return useInfiniteQuery(options)
}

export function useCounts(asked: Asked) {
  const trpc = useTRPC()
  const { kind: _, ...input } = inputOf(asked)
  return useQuery(trpc.search.count.queryOptions(input, { placeholderData: keepPreviousData }))
}
