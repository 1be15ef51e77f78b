'use client'

import { useState } from 'react'
import { useDebounced } from './use-debounced'

type Found = { isFetching: boolean; isError: boolean; isPlaceholderData: boolean }

/** What is typed into a box that searches the server, and whether its answer is the one for that very text. */
export function useSearchText() {
  const [isBegun, setIsBegun] = useState(false)
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().slice(0, 200)
  const text = useDebounced(wanted)
  return {
    /** What to search for, once somebody has begun. */
    text,
    isBegun,
    begin: () => {
      setIsBegun(true)
    },
    look: setTyped,
    /** What the box shows of how the search stands. */
    state: ({ isFetching, isError, isPlaceholderData }: Found) => ({
      isLoading: isFetching || isPlaceholderData || text !== wanted,
      isFailed: isError,
    }),
  }
}
