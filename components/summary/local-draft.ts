import { z } from 'zod'
import { drafts, valueOf, type DraftName } from '@/components/draft/keeper'

/** What was typed and is not on the server, and the version it was typed on. */
export type LocalDraft<Text> = {
  version: number
  document: Text
  at: string
  /** Somebody else's, over whose one's own went. */
  isOthers?: boolean | undefined
}

const shape = z.object({
  version: z.number(),
  document: z.unknown(),
  at: z.string(),
  isOthers: z.boolean().optional(),
})

/** `unsent`: on its way. `aside`: what gave way when somebody had to choose between two versions. */
export type LocalKind = 'unsent' | 'aside'

/** What this browser keeps of one text. */
export type LocalStore<Text> = {
  read: (kind: LocalKind) => LocalDraft<Text> | null
  /** Whether the browser kept it; null takes it away. */
  write: (kind: LocalKind, draft: LocalDraft<Text> | null) => boolean
}

type Kept<Text> = {
  accountId: string
  of: 'summary' | 'rendition'
  id: string
  /** As its writer calls it: "a summary". */
  noun: string
  parse: (json: unknown) => { ok: true; doc: Text } | { ok: false }
}

export function localStore<Text>({ accountId, of, id, noun, parse }: Kept<Text>): LocalStore<Text> {
  const label = { unsent: `What you last typed of ${noun}`, aside: `A version of ${noun} that gave way` }
  const nameOf = (kind: LocalKind): DraftName => ({ accountId, of: `${of}.${kind}.${id}`, label: label[kind] })
  return {
    read: (kind) => {
      const kept = valueOf(drafts.raw(nameOf(kind)), shape)
      const parsed = parse(kept?.document)
      return kept !== null && parsed.ok ? { ...kept, document: parsed.doc } : null
    },
    write: (kind, draft) => {
      if (draft !== null) return drafts.keep(nameOf(kind), draft)
      drafts.forget(nameOf(kind))
      return true
    },
  }
}
