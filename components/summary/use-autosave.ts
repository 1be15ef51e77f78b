'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { faultOf } from '@/components/fault'
import { useTRPCClient } from '@/components/trpc'
import type { DocumentNode } from '@/domain/document'
import { Autosave } from './autosave'
import { readLocal, writeLocal } from './local-draft'

export type Draft = { accountId: string; revisionId: string; version: number; document: DocumentNode }

/** The autosave of one draft; what it is given later is told to it by `arrive`. */
export function useAutosave({ accountId, revisionId, version, document }: Draft) {
  const client = useTRPCClient()
  const [autosave] = useState(
    () =>
      new Autosave(
        {
          send: (at, text) => client.revision.save.mutate({ revisionId, version: at, document: text }),
          fault: faultOf,
          read: (kind) => readLocal(accountId, revisionId, kind),
          write: (kind, draft) => writeLocal(accountId, revisionId, kind, draft),
          now: () => new Date().toISOString(),
        },
        { version, document },
      ),
  )
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
  return { autosave, state }
}
