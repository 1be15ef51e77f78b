'use client'

/** Where somebody is on the way to on the desk: a page that is asked for and not there yet. */
let goal: string | null = null
const listeners = new Set<() => void>()

/** Milliseconds after which nothing more is promised; the browser has long said what is wrong with the line. */
const PATIENCE = 30_000
let patience: ReturnType<typeof setTimeout> | undefined

/** Path and query of an address on this site; null of any other, and of a place on the page that one is on. */
export function pathOf(address: string, here: string): string | null {
  const to = new URL(address, here)
  const from = new URL(here)
  if (to.origin !== from.origin || `${to.pathname}${to.search}` === `${from.pathname}${from.search}`) return null
  return to.pathname + to.search
}

export function setOut(path: string | null): void {
  clearTimeout(patience)
  goal = path
  if (path !== null) patience = setTimeout(arrive, PATIENCE)
  for (const listener of listeners) listener()
}

/** Wherever one came out: a page may lead on to another. */
export function arrive(): void {
  if (goal !== null) setOut(null)
}

export const goalNow = (): string | null => goal

export function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
