'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * False in the page as it comes from the server, until its scripts run. What is pressed, picked or ticked before that
 * would do nothing, so every control waits for it; what is typed is taken over (`useTypedEarly`).
 */
export function useIsReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
