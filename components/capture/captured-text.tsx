'use client'

import type { KeyboardEvent, Ref } from 'react'
import { memo, useMemo, useState } from 'react'
import type { Span } from '@/domain/anchor'
import { Button } from '@/components/ui/button'
import { kerningOf } from '@/components/ui/long-word'
import { LOOK_CLASS, lookOf, lookWords } from './highlight-style'
import {
  chunksOf,
  paragraphs,
  segmentsOf,
  type Block,
  type Gap,
  type Highlight,
  type HiddenBlock,
  type Segment,
  type TextBlock,
} from './text-block'

type CapturedTextProps = {
  text: string
  blocks: readonly Block[]
  highlights: readonly Highlight[]
  focusedId: string | null
  language: string | null
  /** Undefined: may not be lifted. */
  onLift?: ((ids: readonly string[]) => void) | undefined
  onPick: (excerptId: string) => void
  describedBy: string
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  ref: Ref<HTMLDivElement>
}

/** The text itself, in chunks of which the browser lays out those in sight. */
export function CapturedText(props: CapturedTextProps) {
  const { text, blocks, highlights, focusedId, language, onLift, onPick, describedBy, onKeyDown, ref } = props
  const chunks = useMemo(() => chunksOf(blocks), [blocks])
  const perChunk = useMemo(
    // The same nothing for each chunk without a mark: what has not changed is not drawn again.
    () => chunks.map((chunk) => orNone(highlights.filter((mark) => touches(chunk, mark)))),
    [chunks, highlights],
  )
  const kerning = useMemo(() => kerningOf(text), [text])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the word cursor
    <div
      ref={ref}
      role="group"
      aria-label="Captured text"
      aria-describedby={describedBy}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the word cursor moves in it by keyboard
      tabIndex={0}
      dir="auto"
      onKeyDown={onKeyDown}
      {...(language !== null && { lang: language })}
      className={`reading max-w-reading rounded-sm px-1 py-2 [unicode-bidi:isolate] ${kerning}`}
    >
      {chunks.map((chunk, index) => (
        <TextChunk
          key={chunk[0]?.start ?? index}
          text={text}
          chunk={chunk}
          highlights={perChunk[index] ?? NONE}
          focusedId={perChunk[index]?.some((mark) => mark.id === focusedId) === true ? focusedId : null}
          onLift={onLift}
          onPick={onPick}
        />
      ))}
    </div>
  )
}

const NONE: readonly Highlight[] = []
const orNone = (marks: readonly Highlight[]) => (marks.length === 0 ? NONE : marks)

function touches(chunk: readonly Block[], mark: Span): boolean {
  const first = chunk[0]
  const last = chunk.at(-1)
  return first !== undefined && last !== undefined && mark.start < last.end && first.start < mark.end
}

type Marking = {
  text: string
  highlights: readonly Highlight[]
  focusedId: string | null
  onPick: (excerptId: string) => void
}
type ChunkProps = Marking & { chunk: readonly Block[]; onLift?: CapturedTextProps['onLift'] }

const TextChunk = memo(function TextChunk({ chunk, onLift, ...marking }: ChunkProps) {
  return (
    <div className="[contain-intrinsic-size:auto_60rem] [content-visibility:auto]">
      {chunk.map((block) =>
        block.kind === 'text' ? (
          <Paragraph key={block.start} block={block} {...marking} />
        ) : (
          <Hidden key={`hidden ${block.start}`} block={block} text={marking.text} onLift={onLift} />
        ),
      )}
    </div>
  )
})

const GAP_CLASS: Readonly<Record<Gap, string>> = { paragraph: 'pt-3', line: 'pt-1.5', none: '' }

function Paragraph({ block, ...marking }: Marking & { block: TextBlock }) {
  return (
    <>
      {block.page !== undefined && <PageBegins page={block.page} />}
      <p dir="auto" className={GAP_CLASS[block.gap]}>
        {segmentsOf(block, marking.highlights).map((segment) => (
          <Piece key={segment.start} segment={segment} {...marking} />
        ))}
      </p>
    </>
  )
}

/** Not of the text: nothing of it can be selected. */
function PageBegins({ page }: { page: number }) {
  return (
    <p
      dir="ltr"
      lang="en"
      className={`border-b border-rule pb-0.5 font-sans text-xs text-ink-muted select-none ${page === 1 ? '' : 'mt-4'}`}
    >
      Page {page}
    </p>
  )
}

function Piece({ segment, text, focusedId, onPick }: Marking & { segment: Segment }) {
  const words = text.slice(segment.start, segment.end)
  const [first] = segment.highlights
  if (first === undefined) return <span data-at={segment.start}>{words}</span>
  const look = lookOf(segment.highlights)
  const isFocused = segment.highlights.some((mark) => mark.id === focusedId)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the list of passages below the text does the same by keyboard
    <mark
      data-at={segment.start}
      data-excerpts={segment.highlights.map((mark) => mark.id).join(' ')}
      tabIndex={-1}
      title={lookWords(look)}
      className={`${LOOK_CLASS[look]} ${isFocused ? 'bg-highlight-strong outline-2 outline-focus' : ''}`}
      onClick={() => {
        const cited = segment.highlights.filter((mark) => mark.look !== 'found')
        if (window.getSelection()?.isCollapsed === false || look === 'pending' || cited.length === 0) return
        onPick(shortest(cited).id)
      }}
    >
      {words}
    </mark>
  )
}

/** Of overlapping passages the shortest is meant: the longer can be reached elsewhere. */
function shortest(highlights: readonly Highlight[]): Highlight {
  return highlights.reduce((best, mark) => (mark.end - mark.start < best.end - best.start ? mark : best))
}

function Hidden({ block, text, onLift }: { block: HiddenBlock; text: string; onLift?: CapturedTextProps['onLift'] }) {
  const [isShown, setIsShown] = useState(false)
  const length = Array.from(text.slice(block.start, block.end)).length
  return (
    <div
      className="my-2 flex flex-col gap-1 border-s-2 border-rule-strong ps-3 font-sans text-sm text-ink-muted select-none"
      dir="ltr"
      lang="en"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span>
          Not part of the article: {length.toLocaleString('en')} {length === 1 ? 'character' : 'characters'} hidden
        </span>
        <Button
          variant="quiet"
          size="small"
          aria-expanded={isShown}
          onPress={() => {
            setIsShown(!isShown)
          }}
        >
          {isShown ? 'Hide' : 'Show'}
        </Button>
        {onLift && (
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              onLift(block.ids)
            }}
          >
            Put back
          </Button>
        )}
      </div>
      {isShown && (
        <div className="max-h-80 overflow-y-auto text-base select-text" dir="auto">
          {paragraphs(text, block.start, block.end).map((paragraph) => (
            <p key={paragraph.start} dir="auto" className={GAP_CLASS[paragraph.gap]}>
              {text.slice(paragraph.start, paragraph.end)}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}
