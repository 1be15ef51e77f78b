import { z } from 'zod'
import { drafts, valueOf, type DraftName } from '@/components/draft/keeper'
import { parseDocument, type DocumentNode } from '@/domain/document'

/** What was typed and is not on the server yet, and the version it was typed on. */
export type LocalDraft<Text = DocumentNode> = { version: number; document: Text; at: string }

const shape = z.object({ version: z.number(), document: z.unknown(), at: z.string() })

/** `unsent`: on its way. `aside`: one's own version after taking somebody else's. */
export type LocalKind = 'unsent' | 'aside'

const LABEL: Readonly<Record<LocalKind, string>> = {
  unsent: 'A summary, as you last typed it',
  aside: 'Your own version of a summary',
}

function nameOf(accountId: string, revisionId: string, kind: LocalKind): DraftName {
  return { accountId, of: `summary.${kind}.${revisionId}`, label: LABEL[kind] }
}

/** Null where there is none, or where it is no summary. */
export function readLocal(accountId: string, revisionId: string, kind: LocalKind): LocalDraft | null {
  const kept = valueOf(drafts.raw(nameOf(accountId, revisionId, kind)), shape)
  if (kept === null) return null
  const parsed = parseDocument(kept.document)
  return parsed.ok ? { version: kept.version, document: parsed.doc, at: kept.at } : null
}

/** Whether the browser kept it. */
export function writeLocal(accountId: string, revisionId: string, kind: LocalKind, draft: LocalDraft | null): boolean {
  const name = nameOf(accountId, revisionId, kind)
  if (draft !== null) return drafts.keep(name, draft)
  drafts.forget(name)
  return true
}
