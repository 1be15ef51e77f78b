'use client'

import { useEffect, useState } from 'react'
import { useDebounced } from './use-debounced'

/** What is typed into a search, kept in the page's address under `q`, so that a link to it finds the same. */
export function useUrlText(initial: string): { typed: string; text: string; type: (text: string) => void } {
  const [typed, type] = useState(initial)
  const text = useDebounced(typed, 200).trim().slice(0, 200)
  useEffect(() => {
    const url = new URL(window.location.href)
    if ((url.searchParams.get('q') ?? '') === text) return
    if (text === '') url.searchParams.delete('q')
    else url.searchParams.set('q', text)
    window.history.replaceState(null, '', url)
  }, [text])
  return { typed, text, type }
}
