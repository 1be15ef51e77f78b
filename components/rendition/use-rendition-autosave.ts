'use client'

import { useState } from 'react'
import { z } from 'zod'
import { drafts, valueOf, type DraftName } from '@/components/draft/keeper'
import { useAccountId } from '@/components/draft/draft-account'
import { faultOf } from '@/components/fault'
import { Autosave } from '@/components/summary/autosave'
import type { LocalDraft, LocalKind } from '@/components/summary/local-draft'
import { useAutosaveState } from '@/components/summary/use-autosave-state'
import { useTRPCClient } from '@/components/trpc'
import { announce } from '@/components/ui/status'
import { mergeTexts } from './merge'
import type { TypedText } from './view'

const shape = z.object({ lines: z.array(z.string()), words: z.record(z.string(), z.string()) })
const localShape = z.object({ version: z.number(), document: shape, at: z.string() })

const LABEL: Readonly<Record<LocalKind, string>> = {
  unsent: 'A translation, as you last typed it',
  aside: 'Your own version of a translation',
}

function parse(json: unknown): { ok: true; doc: TypedText } | { ok: false; issues: { message: string }[] } {
  const parsed = shape.safeParse(json)
  return parsed.success
    ? { ok: true, doc: parsed.data }
    : { ok: false, issues: [{ message: 'This is not a translation.' }] }
}

/** The autosave of one translation, as summaries have it. */
export function useRenditionAutosave({
  revisionId,
  version,
  document,
  show,
}: {
  revisionId: string
  version: number
  document: TypedText
  /** Shows what somebody else has written in other rows. */
  show: (text: TypedText) => void
}) {
  const client = useTRPCClient()
  const accountId = useAccountId()
  const [autosave] = useState(() => {
    const nameOf = (kind: LocalKind): DraftName => ({
      accountId,
      of: `rendition.${kind}.${revisionId}`,
      label: LABEL[kind],
    })
    return new Autosave<TypedText>(
      {
        parse,
        send: (at, text) => client.rendition.save.mutate({ revisionId, version: at, ...text }),
        fault: faultOf,
        read: (kind): LocalDraft<TypedText> | null => valueOf(drafts.raw(nameOf(kind)), localShape),
        write: (kind, draft) => {
          if (draft !== null) return drafts.keep(nameOf(kind), draft)
          drafts.forget(nameOf(kind))
          return true
        },
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
