'use client'

import { useQuery } from '@tanstack/react-query'
import { explanationOf } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { useTRPC, type RouterInputs, type RouterOutputs } from '@/components/trpc'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'

/** Before an edge counts: what it makes of the independent origins of each claim, and of its vote. */
export function LineageEffect({ edge }: { edge: RouterInputs['lineage']['effect'] }) {
  const trpc = useTRPC()
  const effect = useQuery(trpc.lineage.effect.queryOptions(edge, { staleTime: 0 }))
  // As high as the usual answer, so that the buttons below stay under the pointer.
  if (effect.isPending)
    return (
      <div className="min-h-16">
        <Progress label="Working out what it does" />
      </div>
    )
  if (effect.isError) return <ErrorNotice title={faultOf(effect.error).message} />
  const { verdict, claims, otherIncidents } = effect.data
  if (!verdict.allowed) return <Notice tone="warning">{explanationOf(verdict)}</Notice>
  const changed = claims.filter((claim) => claim.before !== claim.after)
  return (
    <div className="flex min-h-16 flex-col gap-1 text-sm" role="status">
      <p className="font-medium">What it does to independent origins</p>
      {changed.length === 0 ? (
        <p className="text-ink-muted">
          {edge.kind === 'quotes'
            ? 'Nothing: to quote joins nothing.'
            : 'No number changes for any claim of this incident.'}
        </p>
      ) : (
        <ul className="flex flex-col gap-1">
          {changed.map((claim) => (
            <li key={claim.claimId} className="flex items-baseline justify-between gap-3">
              <bdi className="min-w-0">{claim.text}</bdi>
              <span className="font-semibold whitespace-nowrap tabular-nums">
                {claim.before} <span aria-hidden>→</span>
                <span className="sr-only">becomes</span> {claim.after}
              </span>
            </li>
          ))}
        </ul>
      )}
      <OutdatedVotes claims={claims} />
      {otherIncidents > 0 && (
        <p className="text-ink-muted">
          {otherIncidents === 1 ? 'One other incident holds' : `${otherIncidents} other incidents hold`} these sources
          too; numbers there may change, and findings go stale.
        </p>
      )}
    </div>
  )
}

type Claims = RouterOutputs['lineage']['effect']['claims']

const OUTDATED = { round: 'its round has to be opened anew', finding: 'its finding goes stale' } as const

/** Votes belong to the evidence they saw, and copies are part of that also where no number changes. */
function OutdatedVotes({ claims }: { claims: Claims }) {
  const outdated = claims.flatMap(({ outdates, ...claim }) => (outdates === null ? [] : [{ ...claim, outdates }]))
  if (outdated.length === 0) return null
  return (
    <>
      <p className="pt-2 font-medium">What it does to votes</p>
      <ul className="flex flex-col gap-1">
        {outdated.map(({ claimId, text, outdates }) => (
          <li key={claimId}>
            <bdi>{text}</bdi> <span className="font-semibold">{OUTDATED[outdates]}.</span>
          </li>
        ))}
      </ul>
    </>
  )
}
