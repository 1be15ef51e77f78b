'use client'

import type { ClipboardEvent, DragEvent } from 'react'
import { useState } from 'react'

/** In UTF-16 units. Below this a paste that is too long goes in, so that it can be shortened there. */
const ALWAYS_TAKEN = 20_000

/** Whether a paste may go into a field that takes `limit` characters, each of which is at most two UTF-16 units. */
export function isTakenAsPaste(length: number, limit = 0): boolean {
  return length <= Math.max(ALWAYS_TAKEN, limit * 2)
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
    const { length } = data.getData('text/plain')
    if (isTakenAsPaste(length, limit)) return
    event.preventDefault()
    setRefused(pasteRefusal(length, limit))
  }
  return {
    refused,
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
