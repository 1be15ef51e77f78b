import { EvidenceItem } from '@/components/evidence/evidence-item'
import { OriginPicture } from '@/components/origin/origin-picture'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import type { Claim, Workspace } from '@/components/workspace/view'
import { CONFIRMED_ORIGINS } from '@/domain/round'

/** What a claim rests on: its passages, and the independent origins that they come to. */
export function ClaimEvidence({ claim, workspace }: { claim: Claim; workspace: Workspace }) {
  const standing = claim.evidence.filter((piece) => !piece.isWithdrawn)
  const withdrawn = claim.evidence.filter((piece) => piece.isWithdrawn)
  if (claim.evidence.length === 0)
    return (
      <p className="text-sm text-ink-muted">
        No evidence yet. Open a source, select a passage, and attach it to this claim.
      </p>
    )
  const supports = standing.filter((piece) => piece.stance === 'supports').length
  const disputes = standing.length - supports
  return (
    <div className="flex flex-col gap-1.5">
      <OriginCount count={claim.origins.count} />
      <GoneMark count={standing.filter((piece) => piece.excerpt.isGone).length} />
      <Disclosure summary={evidenceWords(supports, disputes)}>
        <ul className="flex flex-col gap-4">
          {[...standing, ...withdrawn].map((piece) => (
            <li key={piece.id}>
              <EvidenceItem workspace={workspace} evidence={piece} />
            </li>
          ))}
        </ul>
      </Disclosure>
      {supports > 0 && (
        <Disclosure summary="Where the support comes from">
          <OriginPicture origins={claim.origins} />
        </Disclosure>
      )}
    </div>
  )
}

/** Beside the list and not in it: it is folded until somebody opens it. */
function GoneMark({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p>
      <Badge tone="warning">
        {count === 1 ? 'One passage is' : `${count} passages are`} gone from the newest capture
      </Badge>
    </p>
  )
}

function OriginCount({ count }: { count: number }) {
  const lacking = CONFIRMED_ORIGINS - count
  return (
    <p className="text-sm">
      <span className="font-medium">
        {count === 0
          ? 'No independent origin'
          : count === 1
            ? 'One independent origin'
            : `${count} independent origins`}
      </span>{' '}
      in support
      {lacking > 0 && (
        <span className="text-ink-muted">
          ; {lacking === 1 ? 'one more' : `${lacking} more`} would allow “Confirmed by other sources”
        </span>
      )}
      .
    </p>
  )
}

function evidenceWords(supports: number, disputes: number): string {
  const parts = [...(supports > 0 ? [`${supports} in support`] : []), ...(disputes > 0 ? [`${disputes} against`] : [])]
  return parts.length === 0 ? 'Evidence: all of it withdrawn' : `Evidence: ${parts.join(', ')}`
}
