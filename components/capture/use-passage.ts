'use client'

import type { KeyboardEvent, RefObject } from 'react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Span } from '@/domain/anchor'
import type { Block } from './text-block'
import { trimSpan } from './text-block'
import { selectedSpan, selectSpan } from './text-offset'
import { moveWord, spanOf, type WordMove, type WordSelection } from './word-cursor'

/** A selected passage, in UTF-16 units, and where its end is drawn, in pixels from the reader's corner. */
export type Passage = { span: Span; top: number; left: number }

/**
 * Follows what is selected in the text, whether by mouse, touch, the browser's caret or the word cursor. There is none
 * while a mouse still draws it: what is offered at its end would lie under the pointer, and stop it.
 */
export function usePassage(text: string, root: RefObject<HTMLElement | null>, frame: RefObject<HTMLElement | null>) {
  const [passage, setPassage] = useState<Passage | null>(null)
  useEffect(() => {
    let request = 0
    let isDrawn = false
    function read() {
      cancelAnimationFrame(request)
      request = requestAnimationFrame(() => {
        setPassage(isDrawn ? null : passageNow(text, root.current, frame.current))
      })
    }
    function press(event: PointerEvent) {
      isDrawn = event.pointerType === 'mouse' && root.current?.contains(event.target as Node) === true
    }
    function release() {
      isDrawn = false
      read()
    }
    const heard = { selectionchange: read, pointerup: release, pointercancel: release }
    document.addEventListener('pointerdown', press)
    for (const [name, hear] of Object.entries(heard)) document.addEventListener(name, hear)
    return () => {
      cancelAnimationFrame(request)
      document.removeEventListener('pointerdown', press)
      for (const [name, hear] of Object.entries(heard)) document.removeEventListener(name, hear)
    }
  }, [text, root, frame])
  return passage
}

/** What is selected this very moment. */
export function passageNow(text: string, root: HTMLElement | null, frame: HTMLElement | null): Passage | null {
  if (root === null || frame === null) return null
  const selected = selectedSpan(root)
  if (selected === null) return null
  const span = trimSpan(text, selected)
  const range = window.getSelection()?.getRangeAt(0)
  if (span === null || range === undefined) return null
  const rects = range.getClientRects()
  const end = rects[rects.length - 1] ?? range.getBoundingClientRect()
  const box = frame.getBoundingClientRect()
  return { span, top: end.bottom - box.top, left: Math.max(0, Math.min(end.left - box.left, box.width - 260)) }
}

const MOVES: Readonly<Record<string, WordMove>> = {
  ArrowRight: { by: 'word', step: 1 },
  ArrowLeft: { by: 'word', step: -1 },
  ArrowDown: { by: 'block', step: 1 },
  ArrowUp: { by: 'block', step: -1 },
}

type WordCursorOptions = {
  text: string
  blocks: readonly Block[]
  language: string | null
  root: RefObject<HTMLElement | null>
  onUse: () => void
}

/**
 * Selecting by keyboard: arrows move a cursor of one word, Shift extends, Alt moves the end by a character, Enter uses
 * the passage, Escape lets it go. What it selects is the browser's own selection.
 */
export function useWordCursor({ text, blocks, language, root, onUse }: WordCursorOptions) {
  const [selection, setSelection] = useState<WordSelection | null>(null)
  const segmenter = useMemo(() => segmenterFor(language), [language])
  const show = useCallback(
    (next: WordSelection) => {
      setSelection(next)
      if (root.current === null) return
      const range = selectSpan(root.current, spanOf(next), next.focus.start < next.anchor.start)
      range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
    },
    [root],
  )
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== root.current || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' && selection !== null) {
      event.preventDefault()
      onUse()
      return
    }
    if (event.key === 'Escape') {
      setSelection(null)
      window.getSelection()?.removeAllRanges()
      return
    }
    const move = MOVES[event.key]
    if (move === undefined) return
    event.preventDefault()
    const current = selection ?? begin(root.current)
    if (event.altKey && current !== null && move.by === 'word') {
      show(byCharacter(text, current, isRightToLeft(root.current) ? -move.step : move.step))
      return
    }
    const turned = move.by === 'word' && isRightToLeft(root.current) ? { ...move, step: -move.step as 1 | -1 } : move
    const focus = moveWord(text, blocks, current?.focus ?? null, turned, segmenter)
    if (focus !== null) show({ anchor: event.shiftKey && current !== null ? current.anchor : focus, focus })
  }
  const words = selection === null ? '' : text.slice(spanOf(selection).start, spanOf(selection).end)
  return { onKeyDown, words }
}

function segmenterFor(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' })
  }
}

/** What was selected by mouse can be gone on with by keyboard. */
function begin(root: HTMLElement | null): WordSelection | null {
  const span = root === null ? null : selectedSpan(root)
  return span === null ? null : { anchor: span, focus: span }
}

/** In a text that runs from right to left, the left arrow goes forward. */
function isRightToLeft(root: HTMLElement | null): boolean {
  const node = window.getSelection()?.focusNode
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  const inside =
    root !== null && element !== null && root.contains(element) ? element.closest('p') : root?.querySelector('p')
  return inside !== null && inside !== undefined && getComputedStyle(inside).direction === 'rtl'
}

function byCharacter(text: string, selection: WordSelection, step: number): WordSelection {
  const { start, end } = spanOf(selection)
  let moved = end + step
  // Never between the halves of a pair.
  if (/[\uDC00-\uDFFF]/.test(text[moved] ?? '')) moved += step
  const span = { start, end: Math.max(start + 1, Math.min(text.length, moved)) }
  return { anchor: span, focus: span }
}
