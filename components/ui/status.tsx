'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { CircleAlert, CircleCheck, X } from 'lucide-react'

/** How long a message that went well stays, in milliseconds; what went wrong stays until it is closed. */
const STAYS_FOR = 8000

/** What can be done about it at once, such as taking it back. */
type StatusAction = { label: string; onPress: () => void }
type Status = { id: number; message: string; tone: 'done' | 'failed'; action?: StatusAction | undefined }

let statuses: readonly Status[] = []
let nextId = 1
const listeners = new Set<() => void>()

/** Says in the corner of the screen, and to screen readers, what has just happened. Call it in the browser only. */
export function announce(message: string, tone: Status['tone'] = 'done', action?: StatusAction) {
  set([...statuses.filter((status) => status.message !== message), { id: nextId++, message, tone, action }])
}

function set(next: readonly Status[]) {
  statuses = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const NONE: readonly Status[] = []

/** Once in the desk's frame. The live region is always in the page, since one that arrives with its text is not read. */
export function StatusRegion() {
  const current = useSyncExternalStore(
    subscribe,
    () => statuses,
    () => NONE,
  )
  return (
    <div
      role="status"
      aria-label="What has just happened"
      className="pointer-events-none fixed end-3 bottom-3 z-60 flex w-[min(24rem,calc(100vw-1.5rem))] flex-col gap-2"
    >
      {current.map((status) => (
        <Message key={status.id} {...status} />
      ))}
    </div>
  )
}

function Message({ id, message, tone, action }: Status) {
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (tone === 'failed' || isHeld) return
    const timer = setTimeout(() => {
      close(id)
    }, STAYS_FOR)
    return () => {
      clearTimeout(timer)
    }
  }, [id, tone, isHeld])
  return (
    <div
      className="pointer-events-auto flex items-start gap-2 rounded border border-rule-strong bg-paper-raised py-2 ps-3 pe-1 text-base shadow-overlay"
      onPointerEnter={() => {
        setIsHeld(true)
      }}
      onPointerLeave={() => {
        setIsHeld(false)
      }}
    >
      {tone === 'done' ? (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-confirmed" />
      ) : (
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      )}
      <p className="min-w-0 flex-1">{message}</p>
      {action && (
        <button
          type="button"
          className="link min-h-6 shrink-0 font-medium"
          onClick={() => {
            action.onPress()
            close(id)
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label="Close this message"
        className="flex size-6 items-center justify-center rounded text-ink-muted hover:text-ink"
        onFocus={() => {
          setIsHeld(true)
        }}
        onBlur={() => {
          setIsHeld(false)
        }}
        onClick={() => {
          close(id)
        }}
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}

function close(id: number) {
  set(statuses.filter((status) => status.id !== id))
}
