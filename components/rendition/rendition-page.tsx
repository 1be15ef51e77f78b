'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { ReviewLines } from '@/components/review/review-lines'
import { AsideNote } from '@/components/summary/aside-note'
import { SaveLine } from '@/components/summary/save-line'
import { STATE_WORD } from '@/components/summary/words'
import { useTRPC } from '@/components/trpc'
import type { SaveState } from '@/components/summary/autosave'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { addressIn } from '@/domain/language'
import { DraftActions, ReviewActions, TakeBack } from './rendition-actions'
import { rowId } from './rendition-row'
import { labelledRows, progressOf, RenditionRows, useLack } from './rendition-rows'
import { StaleRendition } from './stale-rendition'
import { useRenditionAutosave, useRenditionStore } from './use-rendition-autosave'
import { fullLanguage, languageWord, type RenditionPageView, type TypedText } from './view'

/** A translation beside what it translates: written, read and decided upon on one page. */
export function RenditionPage({ initial }: { initial: RenditionPageView }) {
  const trpc = useTRPC()
  const options = trpc.rendition.read.queryOptions({ revisionId: initial.revision.id })
  const { data: view } = useQuery({ ...options, initialData: initial })
  const isDraft = view.revision.state === 'draft' && view.can.edit.allowed
  return (
    <div className="flex flex-col gap-5">
      <Head view={view} />
      {isDraft ? <Draft key={view.revision.id} view={view} /> : <Frozen view={view} />}
    </div>
  )
}

function Head({ view }: { view: RenditionPageView }) {
  const { incident, revision, original } = view
  return (
    <header className="flex flex-col gap-1">
      <p className="text-sm">
        <Link className="link" prefetch={false} href={`/desk/incidents/${incident.id}`}>
          To the workspace
        </Link>
      </p>
      <h1 className="text-xl font-semibold">
        <bdi>{incident.title}</bdi> · {fullLanguage(revision.language)}
      </h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
        <Badge tone="accent">{STATE_WORD[revision.state]}</Badge>
        <span>
          Translates version {original.number}
          {original.language !== '' && ` from ${languageWord(original.language)}`}, published{' '}
          <Time value={original.publishedAt.toISOString()} />
        </span>
        {revision.authors.length > 0 && (
          <span>
            By <bdi>{revision.authors.join(', ')}</bdi>
          </span>
        )}
      </p>
      {(revision.state === 'in_review' || revision.state === 'approved') && (
        <p className="text-sm xl:hidden">
          <a className="link" href="#review">
            To the decision, below the text
          </a>
        </p>
      )}
    </header>
  )
}

const COLUMNS = 'grid gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_22rem]'
const ASIDE = 'flex flex-col gap-5 xl:sticky xl:top-4 xl:self-start'

function Draft({ view }: { view: RenditionPageView }) {
  const { revision } = view
  const [text, setText] = useState<TypedText>({ lines: view.lines, words: view.words })
  const store = useRenditionStore(revision.id)
  const { autosave, state } = useRenditionAutosave({
    store,
    revisionId: revision.id,
    version: revision.version,
    document: { lines: view.lines, words: view.words },
    show: setText,
  })
  const [isDeferred, setIsDeferred] = useState(false)
  useEffect(() => {
    const kept = autosave.recover()
    // What an earlier visit left in this browser is shown once the page was drawn as the server has it.
    if (kept !== null) queueMicrotask(() => setText(kept))
  }, [autosave])
  const lack = useLack(view, text)
  const change = (next: TypedText) => {
    setText(next)
    autosave.typed(next)
  }
  return (
    <div className={`${COLUMNS} max-xl:pb-14`}>
      <div className="flex min-w-0 flex-col gap-4">
        {view.changesRequested !== null && (
          <Notice tone="warning" title={`${view.changesRequested.name} asks for changes`}>
            <p className="whitespace-pre-line">
              <bdi>{view.changesRequested.comment}</bdi>
            </p>
          </Notice>
        )}
        {!revision.isAuthor && (
          <p className="text-sm text-ink-muted">
            Whoever writes here cannot review it. {view.reviewersLeft} could review it now.
          </p>
        )}
        <p className="text-sm text-ink-muted">
          A number in brackets is the citation: each paragraph cites what its original cites, as often, in any place.{' '}
          <kbd>*</kbd> begins and ends bold, <kbd>_</kbd> italic. Quotations and levels are drawn from the original.
        </p>
        <RenditionRows view={view} text={text} onChange={change} />
      </div>
      <aside aria-label="What is missing" className={ASIDE}>
        <Saving state={state} onDecide={isDeferred ? () => setIsDeferred(false) : undefined} />
        {state.kind !== 'stale' && <AsideNote store={store} kind="aside" wordsOf={wordsOf(view)} />}
        <DraftActions view={view} flush={autosave.flush} />
        <Lack
          items={[...view.gate.filter(({ target }) => target.kind === 'revision'), ...lack]}
          progress={progressOf(view, lack)}
        />
        <Readers view={view} />
      </aside>
      {state.kind === 'stale' && !isDeferred && (
        <StaleRendition
          mine={state.mine}
          current={state.current}
          view={view}
          onOpenChange={() => setIsDeferred(true)}
          onChoose={(choice) => {
            autosave.resolve(choice, state.current)
            setIsDeferred(false)
            if (choice === 'theirs') setText(state.current.document)
          }}
        />
      )}
    </div>
  )
}

/** What a version says, to be read and copied: each row that says something under its label. */
const wordsOf = (view: RenditionPageView) => (text: TypedText) =>
  labelledRows(view, text)
    .flatMap(({ label, said }) => (said === '' ? [] : [`${label}\n${said}`]))
    .join('\n\n')

type SavingProps = { state: SaveState<TypedText>; onDecide: (() => void) | undefined }

/** How far the autosave is: beside the text, and where there is no room for that, above what is typed. */
function Saving({ state, onDecide }: SavingProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 max-xl:fixed max-xl:inset-x-0 max-xl:bottom-0 max-xl:z-10 max-xl:border-t max-xl:border-rule max-xl:bg-paper max-xl:px-4 max-xl:py-2">
      <SaveLine state={state} />
      {state.kind === 'stale' && onDecide !== undefined && (
        <Button size="small" onPress={onDecide}>
          Choose a version
        </Button>
      )}
    </div>
  )
}

function Frozen({ view }: { view: RenditionPageView }) {
  const { revision, lines, words, gate } = view
  const isInReview = revision.state === 'in_review' || revision.state === 'approved'
  const store = useRenditionStore(revision.id)
  return (
    <div className={COLUMNS}>
      <div className="min-w-0">
        <RenditionRows view={view} text={{ lines, words }} />
      </div>
      <aside id="review" aria-label="Review" className={ASIDE}>
        <AsideNote store={store} kind="unsent" wordsOf={wordsOf(view)} />
        {isInReview && <ReviewActions view={view} />}
        {isInReview && <Lack items={gate} />}
        <Readers view={view} />
        <ReviewLines reviews={view.reviews.map((line) => ({ ...line, isCurrent: true }))} />
      </aside>
    </div>
  )
}

/** What stands between the text and its readers, each with the way to its place. */
type LackProps = { items: RenditionPageView['gate']; progress?: { rows: number; done: number } }

function Lack({ items, progress }: LackProps) {
  return (
    <section aria-labelledby="missing" className="flex flex-col gap-2">
      <h2 id="missing" className="font-semibold">
        Before it can be published
      </h2>
      {progress !== undefined && (
        <p className="text-sm">
          {progress.done} of {progress.rows} texts are translated.
        </p>
      )}
      {items.length === 0 ? (
        <p className="flex items-center gap-1.5 text-confirmed [&_svg]:size-4">
          <CircleCheck aria-hidden />
          Nothing is missing.
        </p>
      ) : (
        <ul className="flex max-h-96 flex-col divide-y divide-rule overflow-y-auto border-y border-rule text-sm">
          {items.map((item, index) => (
            <li key={index} className="py-1.5">
              <bdi dir="ltr">{item.because}</bdi> <span className="text-ink-muted">{item.lift}</span>{' '}
              {item.target.kind !== 'revision' && (
                <a className="link" href={`#${encodeURIComponent(rowId(`${item.target.kind} ${item.target.id}`))}`}>
                  Go there
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What readers have of this version in this language. */
function Readers({ view }: { view: RenditionPageView }) {
  const { published, incident, revision } = view
  if (published === null) return null
  const address = addressIn(revision.language, `/incidents/${incident.slug}/v/${published.version}`)
  return (
    <section aria-labelledby="readers" className="flex flex-col items-start gap-2">
      <h2 id="readers" className="font-semibold">
        What readers have
      </h2>
      <p className="text-sm">
        {published.isRedacted ? (
          'It was redacted: nobody can read it any more.'
        ) : published.isWithdrawn ? (
          <>
            Taken back <Time value={published.publishedAt.toISOString()} precision="minute" />:{' '}
            <bdi>{published.note}</bdi>
          </>
        ) : (
          <>
            <a className="link" href={address} target="_blank" rel="noreferrer">
              Version {published.version} in {languageWord(revision.language)}
            </a>
            , published <Time value={published.publishedAt.toISOString()} precision="minute" />
          </>
        )}
      </p>
      <TakeBack view={view} />
    </section>
  )
}
