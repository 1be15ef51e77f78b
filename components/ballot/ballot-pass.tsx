'use client'

import Link from 'next/link'
import { useRef, useState, type Ref } from 'react'
import { Quotation } from '@/components/excerpt/quotation'
import { WhereKeysWork } from '@/components/key/kbd'
import { useKeys } from '@/components/key/use-keys'
import { StanceMark } from '@/components/evidence/stance-mark'
import { RoundProgress } from '@/components/round/round-progress'
import { UnnamedReasons } from '@/components/round/unnamed-reasons'
import type { RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { LEVELS, type Level } from '@/domain/levels'
import { BallotForm } from './ballot-form'
import { useBallotDraft } from './use-ballot-draft'

type Page = RouterOutputs['ballot']['pending']
type Pending = Page['items'][number]

type BallotPassProps = { page: Page; nextHref: string | null }

/** All my open rounds, one after another: 1–6 choose a level, n and p go on and back. */
export function BallotPass({ page, nextHref }: BallotPassProps) {
  const [at, setAt] = useState(0)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const heading = useRef<HTMLHeadingElement>(null)
  const left = page.items.filter((item) => !done.has(item.round.id))
  const index = Math.min(at, left.length - 1)
  const item = left[index]
  const go = (to: number) => {
    setAt(Math.max(0, Math.min(to, left.length - 1)))
    heading.current?.focus()
  }
  if (item === undefined) return <AllDone nextHref={nextHref} isFirst={page.items.length === 0} />
  return (
    <div className="flex max-w-reading flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <p className="text-sm text-ink-muted tabular-nums">
          {index + 1} of {left.length}
          {nextHref !== null && ', and more after these'}
        </p>
        <div className={left.length > 1 ? 'ms-auto flex gap-2' : 'hidden'}>
          <Button
            size="small"
            isDisabled={index === 0}
            explanation="This is the first."
            onPress={() => {
              go(index - 1)
            }}
          >
            Back
          </Button>
          <Button
            size="small"
            isDisabled={index === left.length - 1}
            explanation="This is the last."
            onPress={() => {
              go(index + 1)
            }}
          >
            Next
          </Button>
        </div>
      </div>
      <Ballot
        key={item.round.id}
        item={item}
        headingRef={heading}
        onStep={(step) => {
          go(index + step)
        }}
        onDone={() => {
          setDone((before) => new Set(before).add(item.round.id))
          heading.current?.focus()
        }}
      />
      <WhereKeysWork>
        <p className="text-sm text-ink-muted pointer-coarse:hidden">
          Keys: <kbd>1</kbd>–<kbd>6</kbd> choose a level, <kbd>N</kbd> and <kbd>P</kbd> go to the next and the one
          before, while the cursor is in no text.
        </p>
      </WhereKeysWork>
    </div>
  )
}

type BallotProps = {
  item: Pending
  headingRef: Ref<HTMLHeadingElement>
  onStep: (step: 1 | -1) => void
  onDone: () => void
}

function Ballot({ item, headingRef, onStep, onDone }: BallotProps) {
  const { round, claim, incident, question } = item
  const { change } = useBallotDraft(round)
  const choose = (level: Level) => () => {
    if (level !== 'confirmed' || round.can.confirm.allowed) change({ level })
  }
  const [first, second, third, fourth, fifth, sixth] = LEVELS
  useKeys('votes', {
    '1': choose(first),
    '2': choose(second),
    '3': choose(third),
    '4': choose(fourth),
    '5': choose(fifth),
    '6': choose(sixth),
    n: () => {
      onStep(1)
    },
    p: () => {
      onStep(-1)
    },
  })
  return (
    <article className="flex flex-col gap-4">
      <header>
        <p className="text-sm text-ink-muted">
          <Link href={`/desk/incidents/${incident.id}?part=claims#claim-${claim.id}`} prefetch={false} className="link">
            <bdi>{incident.title}</bdi>
          </Link>{' '}
          · <bdi>{question.text}</bdi>
        </p>
        <h2 ref={headingRef} tabIndex={-1} dir="auto" className="font-serif text-lg font-semibold outline-none">
          {claim.text}
        </h2>
      </header>
      <Evidence item={item} />
      <RoundProgress round={round} />
      {round.earlierReasons.length > 0 && (
        <Disclosure summary="Reasons of the round before">
          <UnnamedReasons reasons={round.earlierReasons} />
        </Disclosure>
      )}
      <BallotForm round={round} incidentId={incident.id} onDone={onDone} />
    </article>
  )
}

function Evidence({ item }: { item: Pending }) {
  return (
    <section className="flex flex-col gap-3">
      <p className="text-sm">
        {item.originsCount === 1 ? 'One independent origin' : `${item.originsCount} independent origins`} in support.
      </p>
      <ul className="flex flex-col gap-4">
        {item.evidence.map((piece) => (
          <li key={piece.id} className="flex flex-col gap-1">
            <div>
              <StanceMark stance={piece.stance} />
            </div>
            <Quotation exact={piece.exact} language={piece.language} translation={piece.translation} />
            <p className="text-sm text-ink-muted">
              <bdi>{[piece.outlet, piece.source].filter((word) => word !== null).join(', ') || 'Untitled source'}</bdi>
              {' · '}
              <bdi>{piece.origin ?? 'unknown origin'}</bdi>
              {piece.group !== null && ` · origin ${piece.group}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AllDone({ nextHref, isFirst }: { nextHref: string | null; isFirst: boolean }) {
  if (nextHref !== null)
    return (
      <EmptyState title="These are done" action={<LinkButton href={nextHref}>Go on with the next</LinkButton>}>
        More rounds are open.
      </EmptyState>
    )
  return (
    <EmptyState
      title={isFirst ? 'No round waits for your vote' : 'That was the last'}
      action={<LinkButton href="/desk">Back to the desk</LinkButton>}
    >
      A round opens on a claim once it has evidence.
    </EmptyState>
  )
}
