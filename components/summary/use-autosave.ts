'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { faultOf } from '@/components/fault'
import { useTRPC, useTRPCClient } from '@/components/trpc'
import { parseDocument, type DocumentNode } from '@/domain/document'
import { Autosave } from './autosave'
import type { LocalStore } from './local-draft'
import { useAutosaveState } from './use-autosave-state'
import { withSavedText, type SavedText } from './saved-text'

type Draft = {
  store: LocalStore<DocumentNode>
  revisionId: string
  version: number
  document: DocumentNode
  onSaved: (saved: SavedText) => void
}

/** The autosave of one draft; what it is given later is told to it by `arrive`. */
export function useAutosave({ store, revisionId, version, document, onSaved }: Draft) {
  const client = useTRPCClient()
  const [autosave] = useState(
    () =>
      new Autosave(
        {
          send: async (at, text) => {
            const saved = await client.revision.save.mutate({ revisionId, version: at, document: text })
            onSaved({ revisionId, version: saved.version, document: text })
            return saved
          },
          parse: parseDocument,
          fault: faultOf,
          ...store,
          now: () => new Date().toISOString(),
        },
        { version, document },
      ),
  )
  const state = useAutosaveState(autosave)
  return { autosave, state }
}

/** Brings what was saved, and what follows from it, to every column. */
export function useSavedText(incidentId: string): (saved: SavedText) => void {
  const queryClient = useQueryClient()
  const trpc = useTRPC()
  return useCallback(
    (saved) => {
      queryClient.setQueryData(trpc.incident.get.queryKey({ id: incidentId }), (before) =>
        before === undefined ? before : withSavedText(before, saved),
      )
    },
    [queryClient, trpc, incidentId],
  )
}
