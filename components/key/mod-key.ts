'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined
const isMac = () => /mac|iphone|ipad/i.test(window.navigator.platform)

/** What is held down for a command: ⌘ on a Mac, Ctrl elsewhere. */
export function useModKey(): '⌘' | 'Ctrl' {
  return useSyncExternalStore(never, isMac, () => false) ? '⌘' : 'Ctrl'
}
