'use client'

import { useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { FindingPanel } from '@/components/round/finding-panel'
import { OpenRound } from '@/components/round/open-round'
import { RoundPanel } from '@/components/round/round-panel'
import { useFocusLater } from '@/components/workspace/use-focus-later'
import { useFocusRescue } from '@/components/workspace/use-focus-rescue'
import type { Claim, Workspace } from '@/components/workspace/view'
import { ClaimEvidence } from './claim-evidence'
import { EditClaim } from './claim-form'
import { ClaimMenu } from './claim-menu'

const names = new Intl.ListFormat('en')

/** One claim with what it rests on, and its vote or its finding. */
export function ClaimCard({ claim, workspace }: { claim: Claim; workspace: Workspace }) {
  const [isEditing, setIsEditing] = useState(false)
  const focusLater = useFocusLater()
  const card = useRef<HTMLElement>(null)
  useFocusRescue(card, `${claim.round?.id ?? ''} ${claim.finding?.roundId ?? ''} ${claim.withdrawn === null}`)
  const isWithdrawn = claim.withdrawn !== null
  if (isEditing)
    return (
      <EditClaim
        workspace={workspace}
        claim={claim}
        onDone={() => {
          setIsEditing(false)
          focusLater(`claim-${claim.id}`)
        }}
      />
    )
  return (
    <article
      ref={card}
      id={`claim-${claim.id}`}
      tabIndex={-1}
      aria-labelledby={`claim-${claim.id}-text`}
      className="flex min-w-0 scroll-mt-4 flex-col gap-3 border-s-2 border-rule ps-3 target:border-accent"
    >
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h4
            id={`claim-${claim.id}-text`}
            dir="auto"
            className={`font-serif text-md leading-snug font-semibold ${isWithdrawn ? 'text-ink-muted line-through' : ''}`}
          >
            {claim.text}
          </h4>
          <ClaimFacts claim={claim} workspace={workspace} />
        </div>
        <ClaimMenu
          claim={claim}
          onEdit={() => {
            setIsEditing(true)
          }}
        />
      </header>
      {claim.withdrawn === null ? (
        <>
          <ClaimEvidence claim={claim} workspace={workspace} />
          {claim.finding !== null && <FindingPanel finding={claim.finding} />}
          {claim.round !== null && <RoundPanel round={claim.round} incidentId={workspace.incident.id} />}
          <OpenRound claim={claim} />
        </>
      ) : (
        <p className="text-sm text-ink-muted">
          Withdrawn: <span dir="auto">{claim.withdrawn.reason}</span>
        </p>
      )}
    </article>
  )
}

function ClaimFacts({ claim, workspace }: { claim: Claim; workspace: Workspace }) {
  const source = workspace.sources.find((one) => one.id === claim.firstSourceId)
  const first = [claim.firstAppearedWords, source?.title ?? source?.outlet?.name].filter(Boolean).join(', in ')
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm text-ink-muted">
      {claim.isCentral && <Badge tone="accent">Central</Badge>}
      {claim.claimants.length > 0 && (
        <span>
          Claimed by <bdi>{names.format(claim.claimants.map((claimant) => claimant.name))}</bdi>
        </span>
      )}
      {first !== '' && (
        <span>
          First appeared: <bdi>{first}</bdi>
        </span>
      )}
    </div>
  )
}
