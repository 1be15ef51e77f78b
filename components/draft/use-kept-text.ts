'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { useAccountId, useIsConfidential } from './draft-account'
import { drafts, valueOf } from './keeper'
import type { KeptName } from './use-kept'

/** How long after the last keystroke a text is put away, in milliseconds. */
const AFTER = 400

const shape = z.string()

/** A text that may be two million characters, pasted into a field of its own: it is kept after a breath, through no render. */
export function useKeptText({ of, label }: KeptName, secrecy: boolean) {
  const accountId = useAccountId()
  const isSecret = useIsConfidential() || secrecy
  const [start] = useState(() => valueOf(drafts.raw({ accountId, of, label }), shape) ?? '')
  const typed = useRef(start)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const putAway = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    const name = { accountId, of, label, isSecret }
    if (typed.current === '') drafts.forget(name)
    else drafts.keep(name, typed.current)
  }, [accountId, of, label, isSecret])
  useEffect(() => {
    // The last words were typed a moment ago: a form or a tab that closes takes them along.
    const flush = () => {
      if (timer.current !== undefined) putAway()
    }
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [putAway])
  useEffect(() => {
    // It has become confidential, or is so no longer.
    if (typed.current !== '') putAway()
  }, [putAway])
  return {
    /** What was kept when the field opened. */
    start,
    change: (text: string) => {
      typed.current = text
      clearTimeout(timer.current)
      timer.current = setTimeout(putAway, AFTER)
    },
    forget: () => {
      typed.current = ''
      putAway()
    },
  }
}
