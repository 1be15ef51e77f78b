'use client'

import { useCallback, useEffect, useRef } from 'react'

/** How long after the last keystroke a draft is put away, in milliseconds. */
const AFTER = 400

/**
 * Keeps what is half typed in this browser, so that it survives a closed tab (rule 15). Too much for the browser's
 * store, or a store that is switched off, loses nothing that is on the screen; `smaller` is kept then, where there is.
 */
export function useKeptDraft<Draft>(key: string) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const waiting = useRef<(() => void) | null>(null)
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current?.()
    waiting.current = null
  }, [])
  const put = useCallback(
    (draft: Draft | null, smaller: Draft | null = null) => {
      clearTimeout(timer.current)
      waiting.current = () => {
        if (!store(key, draft) && !store(key, smaller)) forget(key)
      }
      if (draft === null) flush()
      else timer.current = setTimeout(flush, AFTER)
    },
    [key, flush],
  )
  useEffect(() => {
    // The last words were typed a moment ago: a form or a tab that closes takes them along.
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
  return { put }
}

/** More than a browser's store takes, in UTF-16 units: not worth the work of writing it out. */
const TOO_LONG = 5_000_000

/** Whether the browser took it. */
function store(key: string, draft: unknown): boolean {
  if (draft === null) return false
  const text = (draft as { text?: string }).text
  if (text !== undefined && text.length > TOO_LONG) return false
  try {
    window.localStorage.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
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
