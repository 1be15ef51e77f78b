'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { IncidentHeader } from '@/components/incident/incident-header'
import { SourceColumn } from '@/components/source/source-column'
import { SummaryColumn } from '@/components/summary/summary-column'
import { ClaimColumn } from './claim-column'
import { useWorkspace } from './use-workspace'
import type { Workspace } from './view'

const PARTS = [
  { id: 'sources', label: 'Sources' },
  { id: 'claims', label: 'Claims' },
  { id: 'summary', label: 'Summary' },
] as const
type Part = (typeof PARTS)[number]['id']

function partOf(params: URLSearchParams, hasSources: boolean): Part {
  const named = PARTS.find((part) => part.id === params.get('part'))
  // A link to a passage opens its source, and everything begins with the first one.
  return named?.id ?? (params.has('source') || !hasSources ? 'sources' : 'claims')
}

/** One page: three columns that scroll by themselves on a wide screen, one of them at a time on a narrow one. */
export function WorkspacePage({ initial }: { initial: Workspace }) {
  const workspace = useWorkspace(initial)
  const part = partOf(useSearchParams(), workspace.sources.length > 0)
  return (
    <div className="flex flex-col gap-3">
      <IncidentHeader workspace={workspace} />
      <PartNav part={part} />
      <div className="grid gap-x-6 gap-y-4 min-[1100px]:grid-cols-[minmax(18rem,26fr)_minmax(22rem,44fr)_minmax(18rem,30fr)]">
        <Column id="sources" label="Sources" isShown={part === 'sources'}>
          <SourceColumn workspace={workspace} />
        </Column>
        <Column id="claims" label="Questions and claims" isShown={part === 'claims'}>
          <ClaimColumn workspace={workspace} />
        </Column>
        <Column id="summary" label="Summary" isShown={part === 'summary'}>
          <SummaryColumn workspace={workspace} />
        </Column>
      </div>
    </div>
  )
}

function Column({ id, label, isShown, children }: { id: Part; label: string; isShown: boolean; children: ReactNode }) {
  return (
    <section
      id={`part-${id}`}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region has to be reachable by keyboard (axe: scrollable-region-focusable)
      tabIndex={0}
      className={`min-w-0 pb-8 min-[1100px]:sticky min-[1100px]:top-0 min-[1100px]:max-h-dvh min-[1100px]:overflow-y-auto min-[1100px]:px-1 min-[1100px]:pt-1 ${isShown ? '' : 'max-[1099px]:hidden'}`}
    >
      {children}
    </section>
  )
}

function PartNav({ part }: { part: Part }) {
  const params = useSearchParams()
  return (
    <nav aria-label="Parts of the incident" className="border-b border-rule min-[1100px]:hidden">
      <ul className="flex gap-5">
        {PARTS.map(({ id, label }) => {
          const query = new URLSearchParams(params)
          query.set('part', id)
          return (
            <li key={id}>
              <Link
                href={`?${query.toString()}`}
                replace
                scroll={false}
                prefetch={false}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  // Everything is here already: no trip to the server.
                  event.preventDefault()
                  window.history.replaceState(null, '', `?${query.toString()}`)
                }}
                className="-mb-px flex min-h-9 items-center border-b-2 border-transparent px-1 text-base text-ink-muted no-underline hover:text-ink aria-[current=true]:border-accent aria-[current=true]:font-medium aria-[current=true]:text-ink pointer-coarse:min-h-11"
                {...(part === id && { 'aria-current': 'true' as const })}
              >
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
