'use client'

import { useMemo, useState } from 'react'
import { z } from 'zod'
import { useAccountId } from '@/components/draft/draft-account'
import { faultOf } from '@/components/fault'
import { Autosave } from '@/components/summary/autosave'
import { localStore, type LocalStore } from '@/components/summary/local-draft'
import { useAutosaveState } from '@/components/summary/use-autosave-state'
import { useTRPCClient } from '@/components/trpc'
import { announce } from '@/components/ui/status'
import { mergeTexts } from './merge'
import type { TypedText } from './view'

const shape = z.object({ lines: z.array(z.string()), words: z.record(z.string(), z.string()) })

function parse(json: unknown): { ok: true; doc: TypedText } | { ok: false; issues: { message: string }[] } {
  const parsed = shape.safeParse(json)
  return parsed.success
    ? { ok: true, doc: parsed.data }
    : { ok: false, issues: [{ message: 'This is not a translation.' }] }
}

/** What this browser keeps of one translation. */
export function useRenditionStore(id: string): LocalStore<TypedText> {
  const accountId = useAccountId()
  return useMemo(() => localStore({ accountId, of: 'rendition', id, noun: 'a translation', parse }), [accountId, id])
}

/** The autosave of one translation, as summaries have it. */
export function useRenditionAutosave({
  store,
  revisionId,
  version,
  document,
  show,
}: {
  store: LocalStore<TypedText>
  revisionId: string
  version: number
  document: TypedText
  /** Shows what somebody else has written in other rows. */
  show: (text: TypedText) => void
}) {
  const client = useTRPCClient()
  const [autosave] = useState(() => {
    return new Autosave<TypedText>(
      {
        parse,
        send: (at, text) => client.rendition.save.mutate({ revisionId, version: at, ...text }),
        fault: faultOf,
        ...store,
        now: () => new Date().toISOString(),
        merge: mergeTexts,
        show: (merged, by) => {
          show(merged)
          announce(by === null ? 'Taken in: what was written elsewhere' : `Taken in: what ${by} wrote in other rows`)
        },
      },
      { version, document },
    )
  })
  const state = useAutosaveState(autosave)
  return { autosave, state }
}
