'use client'

import type { ReactNode } from 'react'
import { useKeysOn } from './key-switch'

/** The key of a button, on it; not where keys are switched off, and not on a phone, which has none. */
export function Kbd({ children }: { children: ReactNode }) {
  return useKeysOn() ? <kbd className="text-xs opacity-80 max-sm:hidden">{children}</kbd> : null
}

/** What is said of keys only where they work. */
export function WhereKeysWork({ children }: { children: ReactNode }) {
  return useKeysOn() ? children : null
}
