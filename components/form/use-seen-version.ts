'use client'

import { useState } from 'react'
import type { FaultView } from '@/components/fault'

/**
 * Which version a form sends: that of what it was opened on, or, once a conflict has shown what there is now, the one
 * shown. The newest that came in meanwhile was never seen, and would be written over without a word (rule 15).
 */
export function useSeenVersion(now: number): (fault: FaultView | null) => number {
  const [opened] = useState(now)
  return (fault) => (fault?.kind === 'conflict' ? now : opened)
}
