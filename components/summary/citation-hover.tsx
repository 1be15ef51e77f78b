'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { OVERLAY } from '@/components/ui/styles'
import type { CitationEntry } from './citation-entry'
import { PassageCard } from './passage-card'

type CitationHoverProps = {
  box: RefObject<HTMLElement | null>
  entryOf: (evidenceId: string) => CitationEntry | undefined
  incidentId: string
  onFollow: (evidenceId: string) => void
}

type Shown = { evidenceId: string; rect: DOMRect }

const WIDTH = 420
const HEIGHT = 300
/** Milliseconds the card stays, so that the pointer can reach it. */
const LINGER = 250

/** The passage behind a citation: on hover, and when the cursor stands on it; a click goes to its place. */
export function CitationHover({ box, entryOf, incidentId, onFollow }: CitationHoverProps) {
  const [shown, setShown] = useState<Shown | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const follow = useRef(onFollow)
  useEffect(() => {
    follow.current = onFollow
  }, [onFollow])
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const citationAt = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLElement>('cite[data-evidence]') : null
    const show = (cite: HTMLElement) => {
      clearTimeout(timer.current)
      setShown({ evidenceId: cite.dataset.evidence ?? '', rect: cite.getBoundingClientRect() })
    }
    const hide = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setShown(null), LINGER)
    }
    const over = (event: PointerEvent) => {
      const cite = citationAt(event.target)
      if (cite) show(cite)
      else hide()
    }
    const click = (event: MouseEvent) => {
      const cite = citationAt(event.target)
      if (cite) follow.current(cite.dataset.evidence ?? '')
    }
    const select = () => {
      const chosen = element.querySelector<HTMLElement>('cite.ProseMirror-selectednode')
      if (chosen) show(chosen)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setShown(null)
      const chosen = element.querySelector<HTMLElement>('cite.ProseMirror-selectednode')
      if (chosen && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        follow.current(chosen.dataset.evidence ?? '')
      }
    }
    element.addEventListener('pointerover', over)
    element.addEventListener('pointerleave', hide)
    element.addEventListener('click', click)
    element.addEventListener('keydown', key)
    document.addEventListener('selectionchange', select)
    return () => {
      clearTimeout(timer.current)
      element.removeEventListener('pointerover', over)
      element.removeEventListener('pointerleave', hide)
      element.removeEventListener('click', click)
      element.removeEventListener('keydown', key)
      document.removeEventListener('selectionchange', select)
    }
  }, [box])
  const entry = shown === null ? undefined : entryOf(shown.evidenceId)
  if (shown === null || entry === undefined) return null
  const left = Math.max(8, Math.min(shown.rect.left, window.innerWidth - WIDTH - 8))
  const isAbove = shown.rect.bottom + HEIGHT > window.innerHeight && shown.rect.top > HEIGHT
  return createPortal(
    <div
      role="status"
      className={`${OVERLAY} fixed z-40 w-[min(26rem,calc(100vw-1rem))] p-3`}
      style={isAbove ? { left, bottom: window.innerHeight - shown.rect.top + 6 } : { left, top: shown.rect.bottom + 6 }}
      onPointerEnter={() => {
        clearTimeout(timer.current)
      }}
      onPointerLeave={() => {
        setShown(null)
      }}
    >
      <PassageCard entry={entry} incidentId={incidentId} />
    </div>,
    document.getElementById('main') ?? document.body,
  )
}
