'use client'

import { useState } from 'react'
import { z } from 'zod'
import { emptyDraft, evidenceShape, type EvidenceDraft } from '@/components/evidence/evidence-draft'
import { useKept, type Unsent } from '@/components/draft/use-kept'
import type { Span } from '@/domain/anchor'

/** By where they begin and end, in UTF-16 units: a captured text never changes. */
const shape = z.record(z.string(), evidenceShape)
type Drafts = z.infer<typeof shape>

const keyOf = ({ start, end }: Span) => `${start}-${end}`

/** What was filled in about each passage of a capture, until it is attached or discarded (rule 15). */
export function usePassageDrafts(captureId: string, isSecret: boolean) {
  const { kept, latest, isStored, keep, forget } = useKept(
    { of: `passages.${captureId}`, label: 'About passages' },
    shape,
    isSecret,
  )
  // What the last passage bore on: the next one of an article often bears on the same.
  const [lastBears, setLastBears] = useState<string | null>(null)
  const passages = kept ?? {}
  const put = (drafts: Drafts) => {
    if (Object.keys(drafts).length === 0) forget()
    else keep(drafts)
  }
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
      setLastBears(draft.bears)
      put(isBegun ? { ...others, [keyOf(span)]: draft } : others)
    },
    /** What was begun about one passage. */
    unsaved: (span: Span): Unsent => ({
      isTyped: draftOf(span) !== undefined,
      isStored,
      isSecret,
      forget: () => {
        const { [keyOf(span)]: begun, ...others } = passages
        put(others)
        return () => {
          if (begun !== undefined) put({ ...latest(), [keyOf(span)]: begun })
        }
      },
    }),
  }
}

function spanOf(key: string): Span {
  const [start = 0, end = 0] = key.split('-').map(Number)
  return { start, end }
}
