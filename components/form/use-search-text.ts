'use client'

import { useState } from 'react'
import { useDebounced } from './use-debounced'

type Found = { isFetching: boolean; isError: boolean; isSuccess: boolean; isPlaceholderData: boolean }

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
    state: (found: Found) => ({ isLoading: text !== wanted || isUnanswered(found), isFailed: found.isError }),
  }
}

/**
 * An answer that is read again in the background still is one: what it offers ("New party …") must not go from under a
 * click and come back.
 */
export const isUnanswered = ({ isFetching, isSuccess, isPlaceholderData }: Omit<Found, 'isError'>): boolean =>
  isPlaceholderData || (isFetching && !isSuccess)
