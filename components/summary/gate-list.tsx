'use client'

import Link from 'next/link'
import { allEvidence, claimsOf, type Workspace } from '@/components/evidence/view'
import { CircleCheck } from 'lucide-react'
import { passageHref } from './passage-card'

type Item = Workspace['summary']['gate'][number]

/** What still stands between this text and its publication, each with the way to its place. */
export function GateList({ workspace, onBlock }: { workspace: Workspace; onBlock: (path: string) => void }) {
  const { gate } = workspace.summary
  if (gate.length === 0)
    return (
      <p className="flex items-center gap-1.5 text-confirmed [&_svg]:size-4">
        <CircleCheck aria-hidden />
        Nothing is missing.
      </p>
    )
  return (
    <ul className="flex flex-col divide-y divide-rule border-y border-rule">
      {gate.map((item, index) => (
        <li key={index} className="flex flex-wrap items-baseline justify-between gap-x-3 py-1.5">
          <span className="min-w-0 flex-1 basis-60">
            <bdi dir="ltr">{item.because}</bdi>{' '}
            {item.lift !== undefined && <span className="text-ink-muted">{item.lift}</span>}
          </span>
          <Way item={item} workspace={workspace} onBlock={onBlock} />
        </li>
      ))}
    </ul>
  )
}

const WAY = 'link shrink-0 text-sm'

function Way({ item, workspace, onBlock }: { item: Item; workspace: Workspace; onBlock: (path: string) => void }) {
  const { kind, id } = item.target
  if (kind === 'block')
    return (
      <button
        type="button"
        className={WAY}
        onClick={() => {
          onBlock(id)
        }}
      >
        Go to the passage
      </button>
    )
  if (kind === 'evidence') {
    const piece = allEvidence(workspace).find((candidate) => candidate.id === id)
    if (piece === undefined) return null
    const entry = { sourceId: piece.sourceId, excerptId: piece.excerpt.id }
    return (
      <Link className={WAY} href={passageHref(workspace.incident.id, entry)} scroll={false} prefetch={false}>
        Show it in its source
      </Link>
    )
  }
  const claimId = kind === 'claim' ? id : claimsOf(workspace).find((claim) => claim.round?.id === id)?.id
  if (claimId === undefined || kind === 'revision') return null
  return (
    <a className={WAY} href={`#claim-${claimId}`}>
      Go to the claim
    </a>
  )
}
