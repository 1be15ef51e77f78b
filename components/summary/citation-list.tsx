'use client'

import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { OVERLAY } from '@/components/ui/styles'
import { PassageText } from './passage-card'
import type { CitationEntry } from './citation-entry'

export type CitationListProps = {
  id: string
  entries: readonly CitationEntry[]
  active: number
  rect: DOMRect | null
  hasEvidence: boolean
  onPick: (entry: CitationEntry) => void
}

const HEIGHT = 340
const WIDTH = 420

/** What can be cited here. The focus stays in the text; its keys move through this list. */
export function CitationList({ id, entries, active, rect, hasEvidence, onPick }: CitationListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  if (rect === null) return null
  const isAbove = rect.bottom + HEIGHT > window.innerHeight && rect.top > HEIGHT
  const left = Math.max(8, Math.min(rect.left, window.innerWidth - WIDTH - 8))
  return createPortal(
    <div
      className={`${OVERLAY} fixed z-40 flex w-[min(26rem,calc(100vw-1rem))] flex-col overflow-hidden`}
      style={isAbove ? { left, bottom: window.innerHeight - rect.top + 6 } : { left, top: rect.bottom + 6 }}
    >
      {entries.length === 0 ? (
        <p role="status" className="px-3 py-2 text-sm text-ink-muted">
          {hasEvidence
            ? 'No passage fits. Go on typing to change the search, or press Escape.'
            : 'There is nothing to cite yet: select a passage in a source first. Escape closes this.'}
        </p>
      ) : (
        <div
          ref={list}
          id={id}
          role="listbox"
          tabIndex={0}
          aria-label="Passages to cite"
          className="max-h-80 overflow-y-auto p-1"
        >
          {entries.map((entry, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text keeps the focus and handles the keys of this list
            <div
              key={entry.evidenceId}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="cursor-default rounded-sm px-2 py-1.5 aria-selected:bg-accent-wash aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-focus"
              onMouseDown={(event) => {
                event.preventDefault()
              }}
              onClick={() => {
                onPick(entry)
              }}
            >
              <PassageText entry={entry} lines={2} />
            </div>
          ))}
        </div>
      )}
    </div>,
    document.getElementById('main') ?? document.body,
  )
}
