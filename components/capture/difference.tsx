'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { faultOf } from '@/components/fault'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { ErrorNotice } from '@/components/ui/error-notice'
import { kerningOf } from '@/components/ui/long-word'
import { Progress } from '@/components/ui/progress'

type DifferenceProps = { incidentId: string; captureId: string; number: number; language: string | null }
type Parts = NonNullable<RouterOutputs['capture']['compare']['parts']>

/** What a capture says otherwise than the one before it; asked for when it is opened. */
export function Difference({ incidentId, captureId, number, language }: DifferenceProps) {
  const [isOpen, setIsOpen] = useState(false)
  const trpc = useTRPC()
  const read = useQuery(
    // Captures never change.
    trpc.capture.compare.queryOptions({ incidentId, captureId }, { enabled: isOpen, staleTime: Infinity }),
  )
  return (
    <Disclosure summary={`What changed since capture ${number - 1}`} isOpen={isOpen} onToggle={setIsOpen}>
      {read.isError && (
        <ErrorNotice
          title={faultOf(read.error).message}
          action={<Button onPress={() => void read.refetch()}>Try again</Button>}
        />
      )}
      {read.isPending && <Progress label="Comparing" />}
      {read.data && <Compared {...read.data} language={language} />}
    </Disclosure>
  )
}

type ComparedProps = Pick<RouterOutputs['capture']['compare'], 'before' | 'pasted' | 'parts'>

function Compared({ before, pasted, parts, language }: ComparedProps & { language: string | null }) {
  if (parts === null)
    return <p className="text-sm text-ink-muted">There is nothing to compare: the one before was redacted.</p>
  const kerning = kerningOf(parts.map((part) => ('text' in part ? part.text : '')).join(''))
  const isSame = parts.every(({ kind }) => kind !== 'gone' && kind !== 'new')
  return (
    <>
      {pasted !== null && (
        <p className="text-sm text-ink-muted">
          {pasted === 'before' ? `Capture ${before?.number ?? ''} was pasted` : 'This one was pasted'}, and the other
          read from the page: the article alone is compared, not what stands around it.
        </p>
      )}
      {isSame ? (
        <p className="text-sm text-ink-muted">Nothing: both say the same.</p>
      ) : (
        <p
          dir="auto"
          className={`font-serif break-words whitespace-pre-wrap ${kerning}`}
          {...(language !== null && { lang: language })}
        >
          {parts.map((part, at) => (
            <Part key={at} part={part} />
          ))}
        </p>
      )}
    </>
  )
}

function Part({ part }: { part: Parts[number] }) {
  if (!('text' in part))
    return (
      <span lang="en" className="font-sans text-sm text-ink-muted">
        {' '}
        … {part.characters.toLocaleString('en')} characters{' '}
        {part.kind === 'skipped' ? 'the same' : 'around the article, in the paste alone'} …{' '}
      </span>
    )
  if (part.kind === 'gone') return <del>{part.text}</del>
  if (part.kind === 'new') return <ins>{part.text}</ins>
  return part.text
}
