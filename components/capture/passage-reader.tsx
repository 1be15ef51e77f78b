'use client'

import { Quote, EyeOff } from 'lucide-react'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { explanationOf } from '@/components/action/action-button'
import { allEvidence, type Capture, type Source, type Workspace } from '@/components/evidence/view'
import { useJump, usePlace } from '@/components/source/use-place'
import { Button } from '@/components/ui/button'
import type { Span } from '@/domain/anchor'
import { indexText } from '@/domain/text'
import { BegunPassages } from './begun-passages'
import { CapturedText } from './captured-text'
import { highlightsOf } from './highlight-style'
import { PassageList } from './passage-list'
import { PassagePopover } from './passage-popover'
import { blocksOf, withPages, type Highlight } from './text-block'
import { selectSpan } from './text-offset'
import { useExclusion } from './use-exclusion'
import { usePassageDrafts } from './use-passage-drafts'
import { passageNow, usePassage, useWordCursor, type Passage } from './use-passage'

type PassageReaderProps = { workspace: Workspace; source: Source; capture: Capture & { text: string } }

/** The text, what is quoted from it, and the passage in hand. */
export function PassageReader({ workspace, source, capture }: PassageReaderProps) {
  const { text } = capture
  const place = usePlace()
  const root = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const marker = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const [open, setOpen] = useState<Passage | null>(null)
  const drafts = usePassageDrafts(capture.id, source.isConfidential)
  const { index, blocks, highlights } = useText(workspace, capture, { open: open?.span ?? null, at: place.at })
  const exclusion = useExclusion(workspace.incident.id, capture.id)
  const selected = usePassage(text, root, frame)
  const mayAttach = workspace.can.attach
  const focusText = useCallback(() => root.current?.focus({ preventScroll: true }), [])
  useAfterClosing(open !== null, focusText)
  const { lift } = exclusion
  // The same functions at each render: a selection that moves must not draw a text of two megabytes again.
  const putBack = useCallback(
    (ids: readonly string[]) => {
      lift(ids)
      focusText()
    },
    [lift, focusText],
  )
  const { go } = place
  const pick = useCallback(
    (excerpt: string) => {
      go({ source: source.id, capture: capture.id, excerpt })
    },
    [go, source.id, capture.id],
  )
  const use = () => {
    // Enter can come before the last word that was added has been drawn.
    const passage = passageNow(text, root.current, frame.current) ?? selected
    if (passage !== null && mayAttach.allowed) setOpen(passage)
  }
  const goOn = (span: Span) => {
    if (root.current !== null) selectSpan(root.current, span)?.startContainer.parentElement?.scrollIntoView(MIDDLE)
    // What was far off is laid out only now.
    requestAnimationFrame(() => {
      setOpen(passageNow(text, root.current, frame.current) ?? { span, top: 0, left: 0 })
    })
  }
  const cursor = useWordCursor({ text, blocks, language: source.language, root, onUse: use })
  const focusedId = place.excerpt ?? (place.at === null ? null : FOUND)
  useScrollToExcerpt(root, focusedId)
  const shown = open ?? selected
  return (
    <div className="flex flex-col gap-2">
      <ReaderHint id={hintId} explanation={mayAttach.allowed ? null : explanationOf(mayAttach)} />
      {mayAttach.allowed && open === null && (
        <BegunPassages
          text={text}
          spans={drafts.begun}
          onGoOn={goOn}
          onDiscard={(span) => {
            drafts.unsaved(span).forget()
            focusText()
          }}
        />
      )}
      <div ref={frame} className="relative">
        <CapturedText
          ref={root}
          text={text}
          blocks={blocks}
          highlights={highlights}
          focusedId={focusedId}
          language={source.language}
          describedBy={hintId}
          onKeyDown={cursor.onKeyDown}
          onLift={workspace.can.addSource.allowed ? putBack : undefined}
          onPick={pick}
        />
        {shown !== null && (
          <div
            ref={marker}
            // The form stands beside the text, so that the passage stays in sight; the buttons at the passage's end.
            className={`absolute z-20 flex pt-1 ${open === null ? '' : 'w-full max-w-reading'}`}
            style={{ top: shown.top, insetInlineStart: 'auto', left: open === null ? shown.left : 0 }}
          >
            {open === null && mayAttach.allowed && (
              <PassageTools
                isHiding={exclusion.isPending}
                onUse={use}
                onHide={() => {
                  exclusion.mark(inCodePoints(index, shown.span))
                  window.getSelection()?.removeAllRanges()
                  focusText()
                }}
              />
            )}
          </div>
        )}
      </div>
      <p className="sr-only" role="status">
        {cursor.words === '' ? '' : `Selected: ${cursor.words.slice(0, 300)}`}
      </p>
      <PassagePopover
        workspace={workspace}
        source={source}
        captureId={capture.id}
        index={index}
        pageStarts={capture.pageStarts}
        span={open?.span ?? null}
        draft={drafts.draft(open?.span ?? null)}
        unsaved={drafts.unsaved}
        onDraft={(draft) => {
          if (open !== null) drafts.change(open.span, draft)
        }}
        anchor={marker}
        onClose={(isDone) => {
          if (isDone && open !== null) drafts.unsaved(open.span).forget()
          setOpen(null)
        }}
      />
      <PassageList workspace={workspace} source={source} captureId={capture.id} focusedId={place.excerpt} />
    </div>
  )
}

/** What can be done with the passage in hand, at its end. */
function PassageTools({ isHiding, onUse, onHide }: { isHiding: boolean; onUse: () => void; onHide: () => void }) {
  return (
    <div className="flex w-max rounded border border-rule-strong bg-paper-raised font-sans whitespace-nowrap shadow-overlay">
      <Button size="small" variant="quiet" icon={<Quote aria-hidden />} onPress={onUse}>
        Use as evidence
      </Button>
      <Button size="small" variant="quiet" icon={<EyeOff aria-hidden />} isPending={isHiding} onPress={onHide}>
        Not part of it
      </Button>
    </div>
  )
}

function inCodePoints(index: ReturnType<typeof indexText>, span: Span): Span {
  return { start: index.toCodePoint(span.start), end: index.toCodePoint(span.end) }
}

/** What was searched for, beside the ids of excerpts. */
const FOUND = 'found'

type Shown = { open: Span | null; at: Span | null }

function useText(workspace: Workspace, capture: Capture & { text: string }, { open, at }: Shown) {
  const [start, end] = [at?.start ?? null, at?.end ?? null]
  const index = useMemo(() => indexText(capture.text), [capture.text])
  const blocks = useMemo(() => {
    const hidden = capture.exclusions.map(({ id, start, end }) => ({
      id,
      start: index.toUtf16(start),
      end: index.toUtf16(end),
    }))
    const starts = capture.pageStarts?.map((start) => index.toUtf16(start)) ?? null
    return withPages(blocksOf(capture.text, hidden), starts)
  }, [index, capture.text, capture.exclusions, capture.pageStarts])
  const highlights = useMemo(() => {
    const cited = highlightsOf(allEvidence(workspace), capture.id, index)
    const pending: Highlight[] = open === null ? [] : [{ id: 'pending', look: 'pending', ...open }]
    const found: Highlight[] =
      start === null || end === null
        ? []
        : [{ id: FOUND, look: 'found', start: index.toUtf16(start), end: index.toUtf16(end) }]
    return [...cited, ...found, ...pending]
  }, [workspace, capture.id, index, open, start, end])
  return { index, blocks, highlights }
}

const MIDDLE: ScrollIntoViewOptions = { block: 'center' }

/** Once the form is gone from the page: before, it would take the focus back. */
function useAfterClosing(isOpen: boolean, act: () => void) {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) act()
    wasOpen.current = isOpen
  })
}

/** Takes the reader to the passage that the address names, once the text is there and whenever asked again. */
function useScrollToExcerpt(root: React.RefObject<HTMLElement | null>, excerptId: string | null) {
  const jump = useCallback(() => {
    if (excerptId === null) return
    const piece = root.current?.querySelector<HTMLElement>(`[data-excerpts~="${CSS.escape(excerptId)}"]`)
    if (piece === null || piece === undefined) return
    piece.scrollIntoView({ block: 'center' })
    piece.focus({ preventScroll: true })
    // Chunks above are laid out only now, which moves what is below them.
    requestAnimationFrame(() => {
      piece.scrollIntoView({ block: 'center' })
    })
  }, [root, excerptId])
  useEffect(jump, [jump])
  useJump(jump)
}

function ReaderHint({ id, explanation }: { id: string; explanation: string | null }) {
  if (explanation !== null)
    return (
      <p id={id} className="text-sm text-ink-muted">
        {explanation}
      </p>
    )
  return (
    <p id={id} className="text-sm text-ink-muted">
      Select a passage to use it.{' '}
      <span className="pointer-coarse:sr-only">
        By keyboard, within the text: arrow keys move by word and paragraph, Shift extends, Alt moves the end by a
        character, Enter uses the passage.
      </span>
    </p>
  )
}
