'use client'

import { useEffect, useRef, type RefObject } from 'react'

/**
 * Takes the focus where what held it went as `state` changed: a ballot gives way to a finding, a draft to a text in
 * review. Otherwise it falls to the page, and whoever works by keyboard begins at its top.
 */
export function useFocusRescue(taker: RefObject<HTMLElement | null>, state: string): void {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === document.body) taker.current?.focus({ preventScroll: true })
  }, [taker, state])
}
