'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { faultOf, type FaultView } from '@/components/fault'
import { useTRPCClient } from '@/components/trpc'
import { parseDocument, type DocumentNode } from '@/domain/document'
import { canonicalJson } from '@/domain/hash'
import { REVISION_STATES, type RevisionState } from '@/domain/workflow'
import { readLocal, writeLocal } from './local-draft'

/** Milliseconds of quiet before a save, and between tries while the server cannot be reached. */
const QUIET = 700
const RETRY = 4_000

/** What a refused save met. */
export type Current = { document: DocumentNode; version: number; state: RevisionState; by: string | null; at: string }

export type SaveState =
  | { kind: 'clean' }
  | { kind: 'saved'; at: string }
  | { kind: 'typing' | 'saving' }
  | { kind: 'offline' | 'signed-out'; isKept: boolean }
  | { kind: 'refused'; message: string; isKept: boolean }
  | { kind: 'stale'; mine: DocumentNode; current: Current }

export type Draft = { accountId: string; revisionId: string; version: number; document: DocumentNode }

const same = (a: DocumentNode, b: DocumentNode) => canonicalJson(a) === canonicalJson(b)

/**
 * Saves what is typed, a breath after the last key; keeps it in this browser until the server has acknowledged it; and
 * stops where somebody else was faster, with both versions in hand (rule 15).
 */
export function useAutosave(draft: Draft) {
  const client = useTRPCClient()
  const { accountId, revisionId } = draft
  const [state, setState] = useState<SaveState>({ kind: 'clean' })
  const at = useRef({
    version: draft.version,
    saved: draft.document,
    typed: draft.document,
    isBusy: false,
    isStale: false,
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saveRef = useRef<() => void>(() => undefined)

  const keep = useCallback(() => {
    const { version, typed } = at.current
    return writeLocal(accountId, revisionId, 'unsent', { version, document: typed, at: new Date().toISOString() })
  }, [accountId, revisionId])

  const schedule = useCallback((delay: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      saveRef.current()
    }, delay)
  }, [])

  const acknowledge = useCallback(
    (version: number, document: DocumentNode) => {
      Object.assign(at.current, { version, saved: document, isStale: false })
      if (same(document, at.current.typed)) {
        writeLocal(accountId, revisionId, 'unsent', null)
        setState({ kind: 'saved', at: new Date().toISOString() })
      } else {
        keep()
        schedule(QUIET)
      }
    },
    [accountId, revisionId, keep, schedule],
  )

  const fail = useCallback(
    (error: unknown, mine: DocumentNode) => {
      const fault = faultOf(error)
      const isKept = keep()
      const current = currentOf(fault)
      // The answer to an earlier try was lost on its way: what is there is what was sent.
      if (current !== null && current.state === 'draft' && same(current.document, mine)) {
        acknowledge(current.version, mine)
      } else if (current !== null) {
        at.current.isStale = true
        setState({ kind: 'stale', mine: at.current.typed, current })
      } else if (fault.kind === 'network' || fault.kind === 'signed-out') {
        setState({ kind: fault.kind === 'network' ? 'offline' : 'signed-out', isKept })
        schedule(RETRY)
      } else setState({ kind: 'refused', message: fault.message, isKept })
    },
    [acknowledge, keep, schedule],
  )

  const save = useCallback(
    async (isAnyway = false) => {
      const { version, typed, saved, isBusy, isStale } = at.current
      if (isBusy || isStale || (same(typed, saved) && !isAnyway)) return
      at.current.isBusy = true
      setState({ kind: 'saving' })
      try {
        const answer = await client.revision.save.mutate({ revisionId, version, document: typed })
        at.current.isBusy = false
        acknowledge(answer.version, typed)
      } catch (error) {
        at.current.isBusy = false
        fail(error, typed)
      }
    },
    [client, revisionId, acknowledge, fail],
  )

  useEffect(() => {
    saveRef.current = () => void save()
  }, [save])

  useEffect(() => {
    const now = () => {
      schedule(0)
    }
    window.addEventListener('online', now)
    window.addEventListener('focus', now)
    window.addEventListener('pagehide', keepUnsent)
    function keepUnsent() {
      if (!same(at.current.typed, at.current.saved)) keep()
    }
    return () => {
      clearTimeout(timer.current)
      keepUnsent()
      window.removeEventListener('online', now)
      window.removeEventListener('focus', now)
      window.removeEventListener('pagehide', keepUnsent)
    }
  }, [keep, schedule])

  const typed = useCallback(
    (json: unknown) => {
      const parsed = parseDocument(json)
      if (!parsed.ok) {
        setState({ kind: 'refused', message: parsed.issues[0]?.message ?? 'This cannot be saved.', isKept: false })
        return
      }
      at.current.typed = parsed.doc
      keep()
      if (at.current.isStale) return
      setState({ kind: 'typing' })
      schedule(QUIET)
    },
    [keep, schedule],
  )

  /** A newer text has come with the workspace. True: nothing unsent is in its way, take it. */
  const arrive = useCallback((version: number, document: DocumentNode) => {
    const now = at.current
    if (version <= now.version || now.isBusy || !same(now.typed, now.saved)) return false
    Object.assign(now, { version, saved: document, typed: document })
    return true
  }, [])

  /** Mine goes over theirs, or theirs stays and mine is put aside in this browser. */
  const resolve = useCallback(
    (choice: 'mine' | 'theirs', current: Current) => {
      const { typed: mine } = at.current
      Object.assign(at.current, { version: current.version, saved: current.document, isStale: false })
      if (choice === 'mine') {
        keep()
        setState({ kind: 'typing' })
        schedule(0)
        return
      }
      writeLocal(accountId, revisionId, 'aside', {
        version: current.version,
        document: mine,
        at: new Date().toISOString(),
      })
      at.current.typed = current.document
      writeLocal(accountId, revisionId, 'unsent', null)
      setState({ kind: 'clean' })
    },
    [accountId, revisionId, keep, schedule],
  )

  /** What this browser still holds from before, once, when the editor is there to show it. */
  const recover = useCallback((): DocumentNode | null => {
    const kept = readLocal(accountId, revisionId, 'unsent')
    const { version, saved } = at.current
    if (kept === null || same(kept.document, saved)) return null
    at.current.typed = kept.document
    if (kept.version === version) {
      setState({ kind: 'typing' })
      schedule(QUIET)
    } else {
      at.current.isStale = true
      const current: Current = { document: saved, version, state: 'draft', by: null, at: kept.at }
      setState({ kind: 'stale', mine: kept.document, current })
    }
    return kept.document
  }, [accountId, revisionId, schedule])

  /** For what must come after the last key: true once the server has everything. */
  const flush = useCallback(async (): Promise<number | null> => {
    clearTimeout(timer.current)
    for (let tries = 0; tries < 50 && at.current.isBusy; tries++) await new Promise((done) => setTimeout(done, 100))
    await save()
    const { typed: last, saved, version } = at.current
    return same(last, saved) ? version : null
  }, [save])

  const standBehind = useCallback(() => save(true), [save])
  return { state, typed, arrive, resolve, recover, flush, standBehind }
}

const currentShape = z.object({
  document: z.unknown(),
  version: z.number(),
  state: z.enum(REVISION_STATES),
  by: z.string().nullable(),
  at: z.string(),
})

function currentOf(fault: FaultView): Current | null {
  const current = currentShape.safeParse(fault.current)
  if (!current.success) return null
  const parsed = parseDocument(current.data.document)
  return parsed.ok ? { ...current.data, document: parsed.doc } : null
}
