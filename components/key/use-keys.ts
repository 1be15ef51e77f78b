'use client'

import { useEffect, useRef, type RefObject } from 'react'
import type { KeyOf, KeyPlace } from './key-list'
import { useKeysOn } from './key-switch'
import { latinKey } from './latin-key'

const DIALOG = '[role=dialog], [role=alertdialog]'
/** Where a letter is what is being typed, or what is looked for in a list. */
const TYPED =
  'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true], [role=textbox], [role=listbox], [role=menu]'

/**
 * Keys pressed alone, where nobody is typing and nothing is open over the page, or over the dialog that `within` is in.
 * @param place its keys in the list are those that are answered here
 */
export function useKeys<Place extends KeyPlace>(
  _place: Place,
  keys: Readonly<Record<KeyOf<Place>, () => unknown>>,
  within?: RefObject<HTMLElement | null>,
): void {
  const isOn = useKeysOn()
  const latest = useRef<Readonly<Record<string, () => unknown>>>(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!isOn) return undefined
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(TYPED)) return
      const home = within?.current?.closest(DIALOG) ?? null
      if (([...document.querySelectorAll(DIALOG)].at(-1) ?? null) !== home) return
      const key = latinKey(event)
      if (!Object.hasOwn(latest.current, key)) return
      event.preventDefault()
      latest.current[key]?.()
    }
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
    }
  }, [isOn, within])
}
