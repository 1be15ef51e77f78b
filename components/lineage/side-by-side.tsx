'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Kbd } from '@/components/key/kbd'
import { useKeys } from '@/components/key/use-keys'
import type { RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { indexText } from '@/domain/text'

export type Comparison = RouterOutputs['lineage']['compare']
type Side = Comparison['source']
type Part = { text: string; passage: number | null }

/** Two texts with what they share marked. They scroll in step: the passage at the top of one stands beside its like. */
export function SideBySide({ comparison }: { comparison: Comparison }) {
  const { source, of, passages } = comparison
  const [current, setCurrent] = useState(0)
  const sourceRef = useRef<HTMLDivElement>(null)
  const ofRef = useRef<HTMLDivElement>(null)
  const follow = useStep(sourceRef, ofRef)
  const parts = useMemo(
    () => ({
      source: partsOf(
        source.text,
        passages.map((passage) => passage.source),
      ),
      of: partsOf(
        of.text,
        passages.map((passage) => passage.of),
      ),
    }),
    [source.text, of.text, passages],
  )
  const go = (to: number) => {
    const next = (to + passages.length) % passages.length
    setCurrent(next)
    follow.jump(next)
  }
  const section = useRef<HTMLElement>(null)
  const step = (by: 1 | -1) => () => {
    if (passages.length > 0) go(current + by)
  }
  useKeys('comparison', { j: step(1), k: step(-1) }, section)
  const pane = { current, onPick: go, count: passages.length }
  return (
    <section ref={section} aria-label="Both texts" className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <p role="status" className="text-ink-muted">
          {passages.length === 0
            ? 'No passage stands in both word for word.'
            : `Passage ${current + 1} of ${passages.length} that stands in both`}
        </p>
        {passages.length > 1 && (
          <span className="flex gap-1">
            <Button
              size="small"
              variant="quiet"
              icon={<ChevronUp aria-hidden />}
              onPress={() => {
                go(current - 1)
              }}
            >
              Previous <Kbd>K</Kbd>
            </Button>
            <Button
              size="small"
              variant="quiet"
              icon={<ChevronDown aria-hidden />}
              onPress={() => {
                go(current + 1)
              }}
            >
              Next <Kbd>J</Kbd>
            </Button>
          </span>
        )}
      </div>
      <div className="grid min-w-0 gap-x-3 gap-y-3 md:grid-cols-2 md:grid-rows-[auto_auto] md:gap-y-1">
        <Pane
          {...pane}
          side={source}
          parts={parts.source}
          label="This text"
          paneRef={sourceRef}
          onScroll={() => {
            follow.from('source')
          }}
        />
        <Pane
          {...pane}
          side={of}
          parts={parts.of}
          label="The other"
          paneRef={ofRef}
          onScroll={() => {
            follow.from('of')
          }}
        />
      </div>
    </section>
  )
}

type PaneProps = {
  side: Side
  parts: Part[]
  label: string
  current: number
  count: number
  onPick: (passage: number) => void
  onScroll: () => void
  paneRef: React.RefObject<HTMLDivElement | null>
}

function Pane({ side, parts, label, current, onPick, onScroll, paneRef }: PaneProps) {
  const title = side.title ?? 'a source of another incident'
  return (
    <div className="grid min-w-0 content-start gap-1 md:row-span-2 md:grid-rows-subgrid">
      <h3 className="self-end text-sm font-medium">
        <span className="text-ink-muted">{label}: </span>
        <bdi>{title}</bdi>
      </h3>
      <div
        ref={paneRef}
        role="region"
        aria-label={`Text of ${title}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region has to be reachable by keyboard (axe: scrollable-region-focusable)
        tabIndex={0}
        onScroll={onScroll}
        className="relative max-h-[55dvh] min-h-40 overflow-y-auto border border-rule bg-paper-raised p-3 font-serif text-base leading-relaxed whitespace-pre-wrap"
        dir="auto"
        {...(side.language !== null && { lang: side.language })}
      >
        {side.text === null ? (
          <p className="font-sans text-sm text-ink-muted">Its text is not here to be shown.</p>
        ) : (
          parts.map((part, index) =>
            part.passage === null ? (
              <span key={index}>{part.text}</span>
            ) : (
              <Shared
                key={index}
                part={part}
                passage={part.passage}
                isCurrent={part.passage === current}
                onPick={onPick}
              />
            ),
          )
        )}
      </div>
    </div>
  )
}

type SharedProps = { part: Part; passage: number; isCurrent: boolean; onPick: (passage: number) => void }

/** By keyboard the passages are walked through with the buttons above, which say the same to everybody. */
function Shared({ part, passage, isCurrent, onPick }: SharedProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the same is done by the buttons and keys above
    <mark
      data-passage={passage}
      onClick={() => {
        onPick(passage)
      }}
      className={`cursor-pointer text-ink ${isCurrent ? 'bg-highlight-strong underline decoration-2 underline-offset-4' : 'bg-highlight'}`}
    >
      {part.text}
    </mark>
  )
}

/** The text cut at its passages. One that runs into another, where a text repeats itself, begins behind it. */
function partsOf(text: string | null, spans: readonly { start: number; end: number }[]): Part[] {
  if (text === null) return []
  const index = indexText(text)
  const parts: Part[] = []
  let from = 0
  const inOrder = spans.map((span, passage) => ({ ...span, passage })).toSorted((a, b) => a.start - b.start)
  for (const { start, end, passage } of inOrder) {
    if (end <= from) continue
    if (start > from) parts.push({ text: index.slice(from, start), passage: null })
    parts.push({ text: index.slice(Math.max(from, start), end), passage })
    from = end
  }
  if (from < index.length) parts.push({ text: index.slice(from, index.length), passage: null })
  return parts
}

type PaneRef = React.RefObject<HTMLDivElement | null>

/** Keeps the passage that is topmost in one pane at the same height in the other. */
function useStep(source: PaneRef, of: PaneRef) {
  const moved = useRef<HTMLDivElement | null>(null)
  const place = (pane: HTMLDivElement, passage: number, top: number) => {
    const mark = pane.querySelector<HTMLElement>(`[data-passage="${passage}"]`)
    if (mark === null) return
    const to = Math.max(0, Math.min(mark.offsetTop - top, pane.scrollHeight - pane.clientHeight))
    if (Math.abs(pane.scrollTop - to) < 1) return
    moved.current = pane
    pane.scrollTop = to
  }
  return {
    jump(passage: number) {
      for (const pane of [source.current, of.current]) if (pane !== null) place(pane, passage, 40)
    },
    from(which: 'source' | 'of') {
      const [own, other] = which === 'source' ? [source.current, of.current] : [of.current, source.current]
      if (own === null || other === null) return
      // What this very thing has moved does not move the other back.
      if (moved.current === own) {
        moved.current = null
        return
      }
      const marks = [...own.querySelectorAll<HTMLElement>('[data-passage]')]
      const top = marks.findLast((mark) => mark.offsetTop <= own.scrollTop + 60) ?? marks[0]
      if (top !== undefined) place(other, Number(top.dataset['passage']), top.offsetTop - own.scrollTop)
    },
  }
}
