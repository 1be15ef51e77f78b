'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState, type MouseEvent, type ReactNode } from 'react'
import { diffSummaries } from '@/domain/summary-diff'
import { AccountPage } from '@/components/public/account-page'
import { ChangeList, MarkedSummary } from '@/components/public/change-list'
import { STATE_WORD } from '@/components/summary/words'
import { useTRPC } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'
import { Time } from '@/components/ui/time'
import { DecisionPanel } from './decision-panel'
import { PassageDialog } from './passage-dialog'
import type { Preview } from './view'

/** A text as its readers would see it, beside what they see now, with what differs marked; and the decision on it. */
export function ReviewPage({ initial }: { initial: Preview }) {
  const trpc = useTRPC()
  const options = trpc.revision.preview.queryOptions({ revisionId: initial.revision.id })
  const { data: preview } = useQuery({ ...options, initialData: initial, refetchOnWindowFocus: true })
  return (
    <div className="flex flex-col gap-5">
      <Head preview={preview} />
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {preview.page === null ? (
            <Notice tone="warning" title="This version was redacted">
              What it held is gone for good; its number, address and hash stay.
            </Notice>
          ) : (
            <Views preview={preview} page={preview.page} />
          )}
        </div>
        <DecisionPanel preview={preview} />
      </div>
    </div>
  )
}

function Head({ preview }: { preview: Preview }) {
  const { incident, revision, number, publishedAt } = preview
  return (
    <header className="flex flex-col gap-1">
      <p className="text-sm">
        <Link className="link" prefetch={false} href={`/desk/incidents/${incident.id}`}>
          To the workspace
        </Link>
      </p>
      <h1 className="text-xl font-semibold">
        <bdi>{incident.title}</bdi>
      </h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
        <Badge tone="accent">{STATE_WORD[revision.state]}</Badge>
        <span>{publishedAt === null ? `Would be version ${number}` : `Version ${number}`}</span>
        {revision.authors.length > 0 && (
          <span>
            By <bdi>{revision.authors.map((author) => author.name).join(', ')}</bdi>
          </span>
        )}
        {revision.submittedAt !== null && (
          <span>
            Submitted <Time value={revision.submittedAt.toISOString()} precision="minute" />
          </span>
        )}
      </p>
      <p className="text-sm xl:hidden">
        <a className="link" href="#review">
          To the decision, below the page
        </a>
      </p>
    </header>
  )
}

type ViewsProps = { preview: Preview; page: NonNullable<Preview['page']> }

function Views({ preview, page }: ViewsProps) {
  const { before, changes } = preview
  const isOut = preview.publishedAt !== null
  const [open, setOpen] = useState<Preview['passages'][number] | null>(null)
  const account = (
    <AccountPage
      snapshot={page}
      map={preview.map}
      number={preview.publishedAt === null ? null : preview.number}
      publishedAt={preview.publishedAt}
      idPrefix="new-"
      titleLevel={2}
    />
  )
  const tabs = [
    { id: 'page', label: isOut ? 'As readers saw it' : 'As readers would see it', content: <Sheet>{account}</Sheet> },
    ...(before === null
      ? []
      : [
          {
            id: 'changes',
            label: `Changes since version ${before.number}`,
            content: <Changes {...{ preview, page }} />,
          },
          {
            id: 'beside',
            label: `Beside version ${before.number}`,
            content: (
              <div className="grid gap-6 lg:grid-cols-2">
                <section aria-label={`Version ${before.number}`} className="min-w-0">
                  <p className="label-caps pb-2">
                    Version {before.number}, what readers {isOut ? 'had' : 'have'}
                  </p>
                  <MarkedSummary
                    blocks={diffSummaries(before.page, page).map(only('removed'))}
                    language={before.page.language}
                  />
                </section>
                <section aria-label="The new text" className="min-w-0">
                  <p className="label-caps pb-2">
                    Version {preview.number}, what they {isOut ? 'got' : 'would have'}
                  </p>
                  <MarkedSummary
                    blocks={diffSummaries(before.page, page).map(only('added'))}
                    language={page.language}
                  />
                </section>
                <details className="lg:col-span-2">
                  <summary className="font-medium text-accent">The whole page of version {before.number}</summary>
                  <Sheet>
                    <AccountPage
                      snapshot={before.page}
                      number={before.number}
                      publishedAt={before.publishedAt}
                      idPrefix="old-"
                      titleLevel={2}
                    />
                  </Sheet>
                </details>
              </div>
            ),
          },
        ]),
  ]
  function openPassage(event: MouseEvent<HTMLElement>) {
    const opener = event.target instanceof Element ? event.target.closest('button[popovertarget^="new-note-"]') : null
    const note = opener?.getAttribute('popovertargetaction') === 'hide' ? null : opener?.getAttribute('popovertarget')
    const number = Number(note?.slice('new-note-'.length))
    const passage = preview.passages.find((candidate) => candidate.number === number)
    if (passage === undefined) return
    event.preventDefault()
    setOpen(passage)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- it listens to the buttons within, which work by keyboard
    <div onClick={openPassage}>
      {changes.length === 0 && before !== null && preview.publishedAt === null && (
        <Notice>Nothing differs from version {before.number}.</Notice>
      )}
      <Tabs label="How to look at it" tabs={tabs} isKept={false} />
      <PassageDialog passage={open} incidentId={preview.incident.id} onClose={() => setOpen(null)} />
    </div>
  )
}

function Sheet({ children }: { children: ReactNode }) {
  return <div className="border border-rule bg-paper px-4 py-6 sm:px-6">{children}</div>
}

type Marked = ReturnType<typeof diffSummaries>[number]

/** One side of a comparison: what is the same, and what only this side has. */
function only(kind: 'added' | 'removed') {
  const other = kind === 'added' ? 'removed' : 'added'
  return (block: Marked): Marked => ({ ...block, parts: block.parts.filter((part) => part.kind !== other) })
}

function Changes({ preview, page }: ViewsProps) {
  const { before, changes } = preview
  if (before === null) return null
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="what-changed" className="flex flex-col gap-2">
        <h2 id="what-changed" className="font-semibold">
          What changed
        </h2>
        {changes.length === 0 ? <p>Nothing.</p> : <ChangeList changes={changes} language={page.language} />}
      </section>
      <section aria-labelledby="word-by-word" className="flex flex-col gap-2">
        <h2 id="word-by-word" className="font-semibold">
          The summary, word by word
        </h2>
        <MarkedSummary blocks={diffSummaries(before.page, page)} language={page.language} />
      </section>
    </div>
  )
}
