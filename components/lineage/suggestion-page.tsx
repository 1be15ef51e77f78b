'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Edge, Workspace } from '@/components/evidence/view'
import { LINEAGE_LABEL } from '@/components/source/words'
import { EmptyState } from '@/components/ui/empty-state'
import { useWorkspace } from '@/components/workspace/use-workspace'
import { EndName } from './end-name'
import { HintList } from './hint-list'
import { Strength } from './strength'
import { connectionsHref, suggestionsOf } from './suggestion'
import { SuggestionDetail } from './suggestion-detail'

/** The connections that the program, or somebody, suggests: one after another, each decided with one key. */
export function SuggestionPage({ initial }: { initial: Workspace }) {
  const workspace = useWorkspace(initial)
  const suggestions = suggestionsOf(workspace)
  const asked = useSearchParams().get('edge')
  const current = workspace.lineage.find((edge) => edge.id === asked) ?? suggestions[0]
  const [hasMoved, setHasMoved] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const isDone = current === undefined
  useEffect(() => {
    if (isDone && hasMoved) heading.current?.focus()
  }, [isDone, hasMoved])
  const goTo = (edgeId: string | undefined) => {
    // A decision may be taken back when its page has long been left.
    if (window.location.pathname !== connectionsHref(workspace.incident.id)) return
    window.history.replaceState(null, '', connectionsHref(workspace.incident.id, edgeId))
    setHasMoved(true)
  }
  const goOn = () => {
    const at = suggestions.findIndex((edge) => edge.id === current?.id)
    goTo((suggestions[at + 1] ?? suggestions.find((edge) => edge.id !== current?.id))?.id)
  }
  return (
    <div className="flex flex-col gap-4">
      <Link
        href={`/desk/incidents/${workspace.incident.id}`}
        prefetch={false}
        className="link inline-flex items-center gap-1 self-start text-sm"
      >
        <ArrowLeft aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
        <bdi>{workspace.incident.title}</bdi>
      </Link>
      <h1 ref={heading} tabIndex={-1} className="text-xl font-semibold outline-none">
        Suggested connections <span className="font-normal text-ink-muted">{suggestions.length}</span>
      </h1>
      <div className="grid min-w-0 gap-x-6 gap-y-6 min-[1100px]:grid-cols-[minmax(16rem,24rem)_minmax(0,1fr)] min-[1100px]:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          {suggestions.length === 0 ? (
            <EmptyState title="Nothing waits for a decision">
              Each text that is captured is compared with all others the desk holds. What they share is suggested here.
            </EmptyState>
          ) : (
            <SuggestionList
              workspace={workspace}
              suggestions={suggestions}
              currentId={current?.id ?? null}
              onChoose={() => {
                setHasMoved(true)
              }}
            />
          )}
        </div>
        {current !== undefined && (
          <SuggestionDetail
            key={`${current.id}.${current.version}`}
            workspace={workspace}
            edge={current}
            isNext={hasMoved}
            onDecided={goOn}
            onUndone={goTo}
          />
        )}
        <HintList workspace={workspace} />
      </div>
    </div>
  )
}

type ListProps = {
  workspace: Workspace
  suggestions: readonly Edge[]
  currentId: string | null
  onChoose: () => void
}

function SuggestionList({ workspace, suggestions, currentId, onChoose }: ListProps) {
  return (
    <ol aria-label="Suggested connections" className="flex flex-col divide-y divide-rule border-y border-rule">
      {suggestions.map((edge) => (
        <li
          key={edge.id}
          className={`flex flex-col gap-1 border-s-2 py-2.5 ps-2.5 text-sm ${edge.id === currentId ? 'border-s-accent' : 'border-s-transparent'}`}
        >
          <Link
            href={connectionsHref(workspace.incident.id, edge.id)}
            replace
            scroll={false}
            prefetch={false}
            onClick={onChoose}
            className="link"
            {...(edge.id === currentId && { 'aria-current': 'true' as const })}
          >
            <EndName workspace={workspace} edge={edge} end="source" /> {LINEAGE_LABEL[edge.kind]}{' '}
            <EndName workspace={workspace} edge={edge} end="of" />
          </Link>
          <Strength strength={edge.strength} />
        </li>
      ))}
    </ol>
  )
}
