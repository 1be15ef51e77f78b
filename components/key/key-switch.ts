'use client'

import { useSyncExternalStore } from 'react'

/** In this browser alone, for whoever sits at it. */
const NAME = 'assay.keys'
const listeners = new Set<() => void>()
/** Where the browser keeps nothing, it holds for this page. */
let known: boolean | undefined

function isOn(): boolean {
  if (known !== undefined) return known
  try {
    return window.localStorage.getItem(NAME) !== 'off'
  } catch {
    return true
  }
}

function listen(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** Plain keys get in the way of who speaks to the computer, or whose hand trembles: they can be switched off (WCAG 2.1.4). */
export function switchKeys(on: boolean): void {
  known = on
  try {
    if (on) window.localStorage.removeItem(NAME)
    else window.localStorage.setItem(NAME, 'off')
    known = undefined
  } catch {
    // It is known to this page.
  }
  for (const listener of listeners) listener()
}

/** False in the page as the server sends it: until its scripts run no key does anything. */
export function useKeysOn(): boolean {
  return useSyncExternalStore(listen, isOn, () => false)
}
