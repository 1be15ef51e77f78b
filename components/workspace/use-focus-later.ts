'use client'

import { useCallback, useEffect, useRef } from 'react'

/**
 * Gives the focus to an element by its id as soon as it is drawn. For what takes the place of a form or a button that
 * held the focus: otherwise the focus falls to the page, and whoever works by keyboard begins at its top.
 */
export function useFocusLater(): (id: string) => void {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const element = document.getElementById(wanted.current)
    if (element === null) return
    wanted.current = null
    element.focus()
  })
  return useCallback((id: string) => {
    wanted.current = id
  }, [])
}
