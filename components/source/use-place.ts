'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useEffect } from 'react'

/** Which source is open, at which capture and passage: kept in the address, so links and the back button work. */
export type Place = { source?: string | null; capture?: string | null; excerpt?: string | null }

/** What was searched for in a capture: `at=12-20`, code points, end exclusive. */
function spanOf(at: string | null): { start: number; end: number } | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? []
  return start === undefined || Number(end) <= Number(start) ? null : { start: Number(start), end: Number(end) }
}

const JUMP = 'assay:jump'

/** The address of a place in an incident's workspace. */
export function placeHref(incidentId: string, place: Place): string {
  return `/desk/incidents/${incidentId}${queryOf(new URLSearchParams(), place)}`
}

function queryOf(current: URLSearchParams, place: Place): string {
  const next = new URLSearchParams(current)
  for (const key of ['source', 'capture', 'excerpt'] as const) {
    const value = place[key]
    if (value === undefined || value === null) next.delete(key)
    else next.set(key, value)
  }
  const query = next.toString()
  return query === '' ? '' : `?${query}`
}

export function usePlace() {
  const params = useSearchParams()
  const pathname = usePathname()
  const go = useCallback((place: Place) => {
    const current = new URLSearchParams(window.location.search)
    // On a narrow screen the workspace shows one part at a time: that of the sources.
    current.set('part', 'sources')
    // Once one goes elsewhere, what was searched for is behind.
    current.delete('at')
    const query = queryOf(current, place)
    // Without a trip to the server: every column has what it needs.
    if (query !== window.location.search) window.history.pushState(null, '', `${window.location.pathname}${query}`)
    window.dispatchEvent(new Event(JUMP))
  }, [])
  return {
    pathname,
    source: params.get('source'),
    capture: params.get('capture'),
    excerpt: params.get('excerpt'),
    at: spanOf(params.get('at')),
    go,
  }
}

/** Called whenever somebody asks to be taken to a passage, even to the one that is shown already. */
export function useJump(listener: () => void): void {
  useEffect(() => {
    window.addEventListener(JUMP, listener)
    return () => {
      window.removeEventListener(JUMP, listener)
    }
  }, [listener])
}
