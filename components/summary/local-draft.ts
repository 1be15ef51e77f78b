import { z } from 'zod'
import { parseDocument, type DocumentNode } from '@/domain/document'

/** What was typed and is not on the server yet, and the version it was typed on. */
export type LocalDraft = { version: number; document: DocumentNode; at: string }

const shape = z.object({ version: z.number(), document: z.unknown(), at: z.string() })

/** `unsent`: on its way. `aside`: one's own version after taking somebody else's. */
export type LocalKind = 'unsent' | 'aside'

function keyOf(accountId: string, revisionId: string, kind: LocalKind): string {
  return `assay.summary.${kind}.${accountId}.${revisionId}`
}

/** Null where there is none, where the browser forbids its storage, or where it is no summary. */
export function readLocal(accountId: string, revisionId: string, kind: LocalKind): LocalDraft | null {
  try {
    const raw = window.localStorage.getItem(keyOf(accountId, revisionId, kind))
    if (raw === null) return null
    const kept = shape.parse(JSON.parse(raw))
    const parsed = parseDocument(kept.document)
    return parsed.ok ? { version: kept.version, document: parsed.doc, at: kept.at } : null
  } catch {
    return null
  }
}

/** Whether the browser kept it. */
export function writeLocal(accountId: string, revisionId: string, kind: LocalKind, draft: LocalDraft | null): boolean {
  try {
    const key = keyOf(accountId, revisionId, kind)
    if (draft === null) window.localStorage.removeItem(key)
    else window.localStorage.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}
