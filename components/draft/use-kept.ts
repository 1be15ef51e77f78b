'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import { useAccountId, useIsConfidential } from './draft-account'
import { drafts, valueOf, type DraftName } from './keeper'

export type KeptName = Pick<DraftName, 'of' | 'label'>

/** Whether what is typed is never written down: at all, or depending on what it says. */
export type Secrecy<Value> = boolean | ((value: Value) => boolean)

function subscribe(listener: () => void) {
  const stop = drafts.subscribe(listener)
  window.addEventListener('storage', listener)
  return () => {
    stop()
    window.removeEventListener('storage', listener)
  }
}

const onServer = () => null

/** What somebody has typed and not sent, kept until `clear` (see the keeper). Null while nothing was typed. */
export function useKept<Value>({ of, label }: KeptName, shape: z.ZodType<Value>, secrecy: Secrecy<Value> = false) {
  const accountId = useAccountId()
  const isWithin = useIsConfidential()
  const name = { accountId, of, label }
  const raw = useSyncExternalStore(subscribe, () => drafts.raw(name), onServer)
  const isStored = useSyncExternalStore(
    subscribe,
    () => drafts.isStored(name),
    () => false,
  )
  const kept = useMemo(() => valueOf(raw, shape), [raw, shape])
  return {
    kept,
    /** It outlives the page. */
    isStored,
    keep: (value: Value, typed?: unknown) => {
      const isSecret = isWithin || (typeof secrecy === 'function' ? secrecy(value) : secrecy)
      drafts.keep({ ...name, isSecret }, value, typed)
    },
    clear: () => {
      drafts.forget(name)
    },
  }
}
