'use client'

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { z } from 'zod'
import { useAccountId, useIsConfidential } from './draft-account'
import { drafts, valueOf } from './keeper'
import type { KeptName, Unsent } from './use-kept'

/** How long after the last keystroke a text is put away, in milliseconds. */
const AFTER = 400

const shape = z.string()

export type KeptText = Unsent & {
  /** In UTF-16 units. */
  length: number
  text: () => string
  /** Puts another text into the field. */
  put: (text: string) => void
  /** For the field itself, which no text passes through a render of. */
  field: {
    area: RefObject<HTMLTextAreaElement | null>
    defaultValue: string
    length: number
    onInput: (length: number) => void
  }
}

/** A text that may be two million characters, pasted into a field of its own: it is kept after a breath, through no render. */
export function useKeptText({ of, label }: KeptName, secrecy: boolean): KeptText {
  const accountId = useAccountId()
  const isSecret = useIsConfidential() || secrecy
  const [start] = useState(() => valueOf(drafts.raw({ accountId, of, label }), shape) ?? '')
  const [length, setLength] = useState(start.length)
  const [isStored, setIsStored] = useState(true)
  const area = useRef<HTMLTextAreaElement>(null)
  const typed = useRef(start)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const putAway = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    const name = { accountId, of, label, isSecret }
    if (typed.current === '') drafts.forget(name)
    else setIsStored(drafts.keep(name, typed.current))
  }, [accountId, of, label, isSecret])
  usePuttingAway(putAway, { typed, timer })
  const put = (text: string) => {
    // A form that is closed has no field; what is brought back is there when it is opened again.
    if (area.current !== null) area.current.value = text
    typed.current = text
    setLength(text.length)
    putAway()
  }
  return {
    length,
    text: () => area.current?.value ?? '',
    put,
    isTyped: length > 0,
    isStored: isStored && !isSecret,
    isFromBefore: start !== '',
    isSecret,
    forget: () => {
      const was = typed.current
      put('')
      return () => {
        put(was)
      }
    },
    field: {
      area,
      defaultValue: start,
      length,
      onInput: (count) => {
        setLength(count)
        typed.current = area.current?.value ?? ''
        clearTimeout(timer.current)
        timer.current = setTimeout(putAway, AFTER)
      },
    },
  }
}

type Typed = {
  typed: RefObject<string>
  timer: RefObject<ReturnType<typeof setTimeout> | undefined>
}

/** The last words were typed a moment ago: a form or a tab that closes takes them along. */
function usePuttingAway(putAway: () => void, { typed, timer }: Typed) {
  useEffect(() => {
    const flush = () => {
      if (timer.current !== undefined) putAway()
    }
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [putAway, timer])
  useEffect(() => {
    // It has become confidential, or is so no longer.
    if (typed.current !== '') putAway()
  }, [putAway, typed])
}
