'use client'

import { useEffect, useState } from 'react'

/** The value once it has stood still, so that a search waits for the end of a word. Milliseconds. */
export function useDebounced<T>(value: T, delay = 150): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value)
    }, delay)
    return () => {
      clearTimeout(timer)
    }
  }, [value, delay])
  return settled
}
