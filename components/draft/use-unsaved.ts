'use client'

import { useMemo, useState, useSyncExternalStore } from 'react'
import { z } from 'zod'
import type { FaultView } from '@/components/fault'
import { changedIn, isSame } from './gist'
import { useKept, type KeptName, type Secrecy, type Unsent } from './use-kept'

/** What there is on the server: version 0 and an empty draft for what is yet to be made. */
type Now<Draft> = { version: number; draft: Draft }

export type Unsaved<Draft> = Now<Draft> &
  Required<Unsent> & {
    /** What there is now, to be shown beside what was typed. */
    now: Draft
    change: (draft: Draft) => void
    /** Both versions are on the screen: saving goes over the other one knowingly. */
    seesBoth: (fault: FaultView | null) => boolean
    /** The version that a save is based on. */
    versionFor: (fault: FaultView | null) => number
  }

/**
 * What somebody types in a form, kept until it is saved or forgotten on purpose: through a refusal, a closed form and a
 * closed tab (rule 15). It remembers the version it began from, so that a change by others is told.
 */
export function useUnsaved<Draft>(
  name: KeptName,
  shape: z.ZodType<Draft>,
  now: Now<Draft>,
  secrecy: Secrecy<Draft> = false,
): Unsaved<Draft> {
  const whole = useMemo(() => z.object({ version: z.number(), draft: shape }), [shape])
  const isSecret = (draft: Draft) => (typeof secrecy === 'function' ? secrecy(draft) : secrecy)
  const {
    kept,
    isTyped,
    isStored,
    keep,
    forget: clear,
  } = useKept<Now<Draft>>(name, whole, (typed) => isSecret(typed.draft))
  const { opened, beginAnew } = useOpened(kept, now)
  const version = kept?.version ?? now.version
  const draft = kept?.draft ?? now.draft
  const forget = () => {
    clear()
    beginAnew()
  }
  const seesBoth = (fault: FaultView | null) =>
    kept !== null && (fault?.kind === 'conflict' || (opened.isOld && version !== now.version))
  return {
    version,
    draft,
    now: now.draft,
    isTyped,
    isFromBefore: opened.isKept && isTyped,
    isStored,
    isSecret: isSecret(draft),
    change: (typed) => {
      // Typed and taken back is not typed; where others have saved since, it is.
      if (version === now.version && isSame(typed, now.draft)) forget()
      else keep({ version, draft: typed }, changedIn(typed, now.draft))
    },
    forget: () => {
      forget()
      return () => {
        if (kept !== null) keep(kept, changedIn(kept.draft, now.draft))
      }
    },
    seesBoth,
    versionFor: (fault) => (seesBoth(fault) ? now.version : version),
  }
}

/** How things stood when the form opened: on a page that the server drew, once the browser has taken it over. */
type Opened = { isKept: boolean; isOld: boolean }
const FRESH: Opened = { isKept: false, isOld: false }

function useOpened(kept: { version: number } | null, now: { version: number }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (isAwake && opened === null)
    setOpened({ isKept: kept !== null, isOld: kept !== null && kept.version !== now.version })
  return {
    opened: opened ?? FRESH,
    beginAnew: () => {
      setOpened(FRESH)
    },
  }
}

const never = () => () => undefined
