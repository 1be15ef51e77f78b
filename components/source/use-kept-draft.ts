'use client'

import { useCallback, useEffect, useRef } from 'react'

/** How long after the last keystroke a draft is put away, in milliseconds. */
const AFTER = 400

/**
 * Keeps what is half typed in this browser, so that it survives a closed tab (rule 15). Too much for the browser's
 * store, or a store that is switched off, loses nothing that is on the screen.
 */
export function useKeptDraft<Draft>(key: string) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const put = useCallback(
    (draft: Draft | null) => {
      clearTimeout(timer.current)
      if (draft === null) forget(key)
      else
        timer.current = setTimeout(() => {
          try {
            window.localStorage.setItem(key, JSON.stringify(draft))
          } catch {
            forget(key)
          }
        }, AFTER)
    },
    [key],
  )
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  return { put }
}

function forget(key: string): void {
  try {
    window.localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** What was put away under the key, or null. Call it in the browser only. */
export function keptDraft<Draft>(key: string): Partial<Draft> | null {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null')
    return typeof found === 'object' && found !== null ? found : null
  } catch {
    return null
  }
}
