'use client'

import type { Ref } from 'react'
import { useImperativeHandle, useRef, useState } from 'react'
import { useAnswering } from './use-answering'
import { useBoundedPaste } from './use-bounded-paste'
import { useTypedEarly } from './use-typed-early'

type TextBoxOptions<Box> = {
  id?: string | undefined
  error?: string | undefined
  value?: string | undefined
  defaultValue?: string | undefined
  maxLength?: number | undefined
  onChange?: ((text: string) => void) | undefined
  ref?: Ref<Box> | undefined
}

/** What every box that one types in does, of one line or of several. */
export function useTextBox<Box extends HTMLInputElement | HTMLTextAreaElement>(options: TextBoxOptions<Box>) {
  const { value, defaultValue = '', maxLength, ref } = options
  const [typed, setTyped] = useState(defaultValue)
  const { refused, forget, handlers } = useBoundedPaste(maxLength)
  const change = useAnswering(options, options.onChange)
  const box = useRef<Box>(null)
  useImperativeHandle<Box | null, Box | null>(ref, () => box.current)
  useTypedEarly(box)
  return {
    box,
    handlers,
    text: value ?? typed,
    error: refused ?? options.error,
    change: (text: string) => {
      forget()
      setTyped(text)
      change(text)
    },
  }
}
