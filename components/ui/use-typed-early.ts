'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { useIsReady } from './use-is-ready'

type TextBox = HTMLInputElement | HTMLTextAreaElement

/** Hands over what was typed before the page's scripts ran, which React would put back to what it drew. */
export function useTypedEarly(box: RefObject<TextBox | null>): void {
  const isReady = useIsReady()
  const isHydrated = useRef(!isReady)
  const typed = useRef<{ text: string; caret: number | null } | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (isHydrated.current && element !== null && element.value !== element.defaultValue)
      typed.current = { text: element.value, caret: element.selectionStart }
    isHydrated.current = false
  }, [box])
  useEffect(() => {
    // A task of its own for each field: every change then builds on the one before, and on a draft kept from before.
    const timer = setTimeout(() => {
      const element = box.current
      if (element === null || typed.current === null) return
      type(element, typed.current.text)
      // Where the caret was; an address for mail tells of none.
      if (typed.current.caret !== null) element.setSelectionRange(typed.current.caret, typed.current.caret)
      typed.current = null
    })
    return () => {
      clearTimeout(timer)
    }
  }, [box])
}

/** As if by keyboard: React hears of an input only where the value is another than it last saw. */
function type(element: TextBox, text: string): void {
  element.value = ''
  Reflect.set(Object.getPrototypeOf(element) as object, 'value', text, element)
  element.dispatchEvent(new Event('input', { bubbles: true }))
}
