'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { z } from 'zod'

/** Where the browser forbids its storage, what is typed lives as long as the page. */
const memory = new Map<string, string>()
const listeners = new Set<() => void>()

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key) ?? memory.get(key) ?? null
  } catch {
    return memory.get(key) ?? null
  }
}

function write(key: string, value: string | null, isSecret: boolean) {
  if (value === null) memory.delete(key)
  else memory.set(key, value)
  try {
    if (value === null || isSecret) window.localStorage.removeItem(key)
    else window.localStorage.setItem(key, value)
  } catch {
    // Full or forbidden: the memory has it.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

const onServer = () => null

/**
 * What somebody has typed and not sent, kept in this browser under `key` through errors, closed tabs and restarts
 * (rule 15). Null while nothing was typed; something of an older shape counts as nothing. What `isSecret` lives as long
 * as the page: a browser can be another's tomorrow.
 */
export function useKept<Shape extends z.ZodType>(key: string, shape: Shape, isSecret = false) {
  const raw = useSyncExternalStore(subscribe, () => read(key), onServer)
  const kept = useMemo(() => parse(raw, shape), [raw, shape])
  const keep = useCallback(
    (value: z.input<Shape>) => {
      write(key, JSON.stringify(value), isSecret)
    },
    [key, isSecret],
  )
  const clear = useCallback(() => {
    write(key, null, isSecret)
  }, [key, isSecret])
  return { kept, keep, clear }
}

function parse<Shape extends z.ZodType>(raw: string | null, shape: Shape): z.output<Shape> | null {
  if (raw === null) return null
  try {
    const parsed = shape.safeParse(JSON.parse(raw))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
