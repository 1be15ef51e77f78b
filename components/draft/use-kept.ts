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

/** What of somebody's is typed and not sent, as far as the ways out of its form need it. */
export type Unsent = {
  isTyped: boolean
  /** It outlives the page; not so where it is confidential, or the browser takes no more. */
  isStored: boolean
  /** It was typed on an earlier visit, and its writer is told so. */
  isFromBefore?: boolean
  /** It is confidential. */
  isSecret?: boolean
  /** Forgets it; what it answers brings it back. */
  forget: () => () => void
}

/** What is typed into one form and kept in several pieces. */
export function together(...pieces: readonly Unsent[]): Unsent {
  const typed = pieces.filter((piece) => piece.isTyped)
  return {
    isTyped: typed.length > 0,
    isStored: typed.every((piece) => piece.isStored),
    isFromBefore: typed.some((piece) => piece.isFromBefore),
    isSecret: pieces.some((piece) => piece.isSecret),
    forget: () => {
      const back = typed.map((piece) => piece.forget())
      return () => {
        for (const bringBack of back) bringBack()
      }
    },
  }
}

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
  const keep = (value: Value, typed?: unknown) => {
    const isSecret = isWithin || (typeof secrecy === 'function' ? secrecy(value) : secrecy)
    drafts.keep({ ...name, isSecret }, value, typed)
  }
  return {
    kept,
    /** As it is at this moment, for what happens later than this render. */
    latest: () => valueOf(drafts.raw(name), shape),
    isTyped: kept !== null,
    isStored,
    keep,
    forget: () => {
      drafts.forget(name)
      return () => {
        if (kept !== null) keep(kept)
      }
    },
  }
}
