'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect, useId, useMemo, useRef } from 'react'
import { blocksOf, type Highlight } from '@/components/capture/text-block'
import { CapturedText } from '@/components/capture/captured-text'
import { faultOf } from '@/components/fault'
import { passageHref } from '@/components/summary/passage-card'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { indexText } from '@/domain/text'
import type { Preview } from './view'

type Passage = Preview['passages'][number]

type PassageDialogProps = { passage: Passage | null; incidentId: string; onClose: () => void }

/** What a citation rests on: its passage, highlighted in the text as it was captured. */
export function PassageDialog({ passage, incidentId, onClose }: PassageDialogProps) {
  return (
    <Dialog
      isOpen={passage !== null}
      onOpenChange={onClose}
      title={passage === null ? '' : `Passage ${passage.number}, as it was captured`}
      size="medium"
      isDismissable
    >
      {passage !== null && <Captured passage={passage} incidentId={incidentId} />}
    </Dialog>
  )
}

function Captured({ passage, incidentId }: { passage: Passage; incidentId: string }) {
  const trpc = useTRPC()
  const read = useQuery(
    trpc.capture.read.queryOptions({ incidentId, captureId: passage.captureId }, { staleTime: 5 * 60_000 }),
  )
  if (read.isPending) return <Progress label="Loading the captured text" />
  if (read.isError)
    return (
      <ErrorNotice
        title={faultOf(read.error).message}
        action={<Button onPress={() => void read.refetch()}>Try again</Button>}
      />
    )
  if (read.data.text === null)
    return (
      <Notice tone="warning" title="This capture was redacted">
        Its text is gone for good.
      </Notice>
    )
  return (
    <>
      <HighlightedText text={read.data.text} exclusions={read.data.exclusions} passage={passage} />
      <Link className="link self-start text-sm" prefetch={false} href={passageHref(incidentId, passage)}>
        Show it in the workspace
      </Link>
    </>
  )
}

type HighlightedProps = {
  text: string
  exclusions: readonly { id: string; start: number; end: number }[]
  passage: Passage
}

function HighlightedText({ text, exclusions, passage }: HighlightedProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const { blocks, highlights } = useMemo(() => {
    const index = indexText(text)
    const hidden = exclusions.map((mark) => ({
      id: mark.id,
      start: index.toUtf16(mark.start),
      end: index.toUtf16(mark.end),
    }))
    const mark: Highlight = {
      id: passage.excerptId,
      look: 'pending',
      start: index.toUtf16(passage.start),
      end: index.toUtf16(passage.end),
    }
    return { blocks: blocksOf(text, hidden), highlights: [mark] }
  }, [text, exclusions, passage])
  useEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div className="max-h-[60vh] overflow-y-auto border border-rule px-3">
      <p id={id} className="sr-only">
        The cited passage is marked.
      </p>
      <CapturedText
        ref={box}
        text={text}
        blocks={blocks}
        highlights={highlights}
        focusedId={null}
        language={null}
        describedBy={id}
        onPick={() => undefined}
        onKeyDown={() => undefined}
      />
    </div>
  )
}
