'use client'

import { useCallback, useMemo, useState } from 'react'
import { z } from 'zod'
import type { FaultView } from '@/components/fault'
import { useKept } from './use-kept'

/** What there is on the server: version 0 and an empty draft for what is yet to be made. */
type Now<Draft> = { version: number; draft: Draft }

export type Unsaved<Draft> = Now<Draft> & {
  /** What there is now, to be shown beside what was typed. */
  now: Draft
  /** Something is typed that is not saved. */
  isTyped: boolean
  /** It was typed on an earlier visit. */
  isFromBefore: boolean
  change: (draft: Draft) => void
  /** Forgets what was typed; what it answers brings it back. */
  forget: () => () => void
  /** Both versions are on the screen: saving goes over the other one knowingly. */
  seesBoth: (fault: FaultView | null) => boolean
  /** The version that a save is based on. */
  versionFor: (fault: FaultView | null) => number
}

/**
 * What somebody types in a form, kept in this browser until it is saved or forgotten on purpose: through a refusal, a
 * closed form and a closed tab (rule 15). It remembers the version it began from, so that a change by others is told.
 */
export function useUnsaved<Draft>(
  key: string,
  shape: z.ZodType<Draft>,
  now: Now<Draft>,
  isSecret = false,
): Unsaved<Draft> {
  const whole = useMemo(() => z.object({ version: z.number(), draft: shape }), [shape])
  const { kept, keep, clear } = useKept(key, whole, isSecret)
  const [opened] = useState({ version: now.version, isKept: kept !== null, isOld: isOlder(kept, now) })
  const version = kept?.version ?? opened.version
  const draft = kept?.draft ?? now.draft
  const put = useCallback(
    (typed: Draft) => {
      keep({ version, draft: typed })
    },
    [keep, version],
  )
  const seesBoth = (fault: FaultView | null) => kept !== null && (fault?.kind === 'conflict' || opened.isOld)
  return {
    version,
    draft,
    now: now.draft,
    isTyped: kept !== null,
    isFromBefore: opened.isKept && kept !== null,
    change: put,
    forget: () => {
      clear()
      return () => {
        if (kept !== null) put(draft)
      }
    },
    seesBoth,
    versionFor: (fault) => (seesBoth(fault) ? now.version : version),
  }
}

function isOlder(kept: { version: number } | null, now: { version: number }): boolean {
  return kept !== null && kept.version !== now.version
}
