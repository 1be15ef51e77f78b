'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { Autosave, SaveState } from './autosave'

/** How far an autosave is. It tries again when the line or the writer is back, and keeps what is unsent when the page goes. */
export function useAutosaveState<Text>(autosave: Autosave<Text>): SaveState<Text> {
  const state = useSyncExternalStore(autosave.subscribe, autosave.state, autosave.state)
  useEffect(() => {
    window.addEventListener('online', autosave.tryNow)
    window.addEventListener('focus', autosave.tryNow)
    window.addEventListener('pagehide', autosave.keepUnsent)
    return () => {
      autosave.stop()
      window.removeEventListener('online', autosave.tryNow)
      window.removeEventListener('focus', autosave.tryNow)
      window.removeEventListener('pagehide', autosave.keepUnsent)
    }
  }, [autosave])
  return state
}
