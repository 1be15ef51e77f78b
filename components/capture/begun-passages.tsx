'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Span } from '@/domain/anchor'

type BegunPassagesProps = {
  text: string
  spans: readonly Span[]
  onGoOn: (span: Span) => void
  onDiscard: (span: Span) => void
}

/** What was begun about a passage and neither attached nor discarded: the way back to it. */
export function BegunPassages({ text, spans, onGoOn, onDiscard }: BegunPassagesProps) {
  if (spans.length === 0) return null
  return (
    <Notice title={spans.length === 1 ? 'A passage you began' : `${spans.length} passages you began`}>
      <ul className="flex flex-col gap-2">
        {spans.map((span) => {
          const words = text.slice(span.start, span.end)
          return (
            <li key={`${span.start}-${span.end}`}>
              <p dir="auto" className="line-clamp-2 font-serif">
                {words.slice(0, 300)}
              </p>
              <div className="flex gap-1">
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Go on with “${words.slice(0, 80)}”`}
                  onPress={() => {
                    onGoOn(span)
                  }}
                >
                  Go on
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Discard what you began about “${words.slice(0, 80)}”`}
                  onPress={() => {
                    onDiscard(span)
                  }}
                >
                  Discard
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
