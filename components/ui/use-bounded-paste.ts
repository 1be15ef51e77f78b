'use client'

import type { ClipboardEvent, DragEvent } from 'react'
import { useState } from 'react'

/** In UTF-16 units. Below this a paste that is too long goes in, so that it can be shortened there. */
const ALWAYS_TAKEN = 20_000

/** Whether a paste may go into a field that takes `limit` characters, in code points. */
export function isTakenAsPaste(text: string, limit = 0): boolean {
  if (text.length <= Math.max(ALWAYS_TAKEN, limit)) return true
  return text.length <= limit * 2 && text.length - pairs(text) <= limit
}

/** By hand: a list of millions of characters would take longer than all the rest. */
function pairs(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count++
  return count
}

export function pasteRefusal(length: number, limit: number | undefined): string {
  const most = limit === undefined ? '' : ` ${limit.toLocaleString('en')} is the most.`
  return `The paste has ${length.toLocaleString('en')} characters.${most} It was left out; what stood here stays.`
}

/**
 * Refuses at once what is so long that the browser would lay it out for seconds before any check could run. The message
 * stands until the next change.
 */
export function useBoundedPaste(limit: number | undefined) {
  const [refused, setRefused] = useState<string>()
  function look(event: ClipboardEvent | DragEvent, data: DataTransfer) {
    const text = data.getData('text/plain')
    if (isTakenAsPaste(text, limit)) return
    event.preventDefault()
    setRefused(pasteRefusal(text.length, limit))
  }
  return {
    refused,
    /** For what is found out later: how long the HTML of a paste is. */
    refuse: setRefused,
    forget: () => {
      setRefused(undefined)
    },
    handlers: {
      onPaste: (event: ClipboardEvent) => {
        look(event, event.clipboardData)
      },
      onDrop: (event: DragEvent) => {
        look(event, event.dataTransfer)
      },
    },
  }
}
