'use client'

import { z } from 'zod'
import { emptyDraft, evidenceShape, type EvidenceDraft } from '@/components/evidence/evidence-draft'
import { useKept } from '@/components/workspace/use-kept'
import type { Span } from '@/domain/anchor'

const shape = z.object({
  /** What the last passage bore on: the next one of an article often bears on the same. */
  lastBears: z.string().nullable(),
  /** By where they begin and end, in UTF-16 units: a captured text never changes. */
  passages: z.record(z.string(), evidenceShape),
})
type Drafts = z.infer<typeof shape>
const NONE: Drafts = { lastBears: null, passages: {} }

const keyOf = ({ start, end }: Span) => `${start}-${end}`

/** What was filled in about each passage of a capture, until it is attached or discarded (rule 15). */
export function usePassageDrafts(captureId: string, accountId: string, isSecret: boolean) {
  const { kept, keep } = useKept(`assay.passages.${captureId}.${accountId}`, shape, isSecret)
  const { lastBears, passages } = kept ?? NONE
  const draftOf = (span: Span) => passages[keyOf(span)]
  return {
    /** The passages that were begun and neither attached nor discarded, in the order of the text. */
    begun: Object.keys(passages)
      .map(spanOf)
      .toSorted((a, b) => a.start - b.start),
    draft: (span: Span | null): EvidenceDraft => (span === null ? undefined : draftOf(span)) ?? emptyDraft(lastBears),
    change: (span: Span, draft: EvidenceDraft) => {
      const { [keyOf(span)]: _, ...others } = passages
      const isBegun = JSON.stringify(draft) !== JSON.stringify(emptyDraft(draft.bears))
      keep({ lastBears: draft.bears, passages: isBegun ? { ...others, [keyOf(span)]: draft } : others })
    },
    forget: (span: Span) => {
      const { [keyOf(span)]: _, ...others } = passages
      keep({ lastBears, passages: others })
    },
  }
}

function spanOf(key: string): Span {
  const [start = 0, end = 0] = key.split('-').map(Number)
  return { start, end }
}
