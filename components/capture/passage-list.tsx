import { EvidenceItem } from '@/components/evidence/evidence-item'
import { allEvidence, claimsOf, type Source, type Workspace } from '@/components/evidence/view'
import { Disclosure } from '@/components/ui/disclosure'

type PassageListProps = { workspace: Workspace; source: Source; captureId: string; focusedId: string | null }

/** What rests on this capture, in the order of its text. */
export function PassageList({ workspace, source, captureId, focusedId }: PassageListProps) {
  const pieces = allEvidence(workspace)
    .filter((piece) => piece.sourceId === source.id && piece.excerpt.captureId === captureId)
    .toSorted((a, b) => a.excerpt.start - b.excerpt.start || a.id.localeCompare(b.id))
  if (pieces.length === 0) return null
  const claims = new Map(claimsOf(workspace).map((claim) => [claim.id, claim.text]))
  const focused = pieces.filter((piece) => piece.excerpt.id === focusedId)
  return (
    <div className="flex flex-col gap-3">
      {focused.length > 0 && (
        <section aria-label="The passage you opened" className="flex flex-col gap-3 border-t border-rule pt-3">
          {focused.map((piece) => (
            <EvidenceItem
              key={piece.id}
              workspace={workspace}
              evidence={piece}
              claimText={piece.claimId === null ? undefined : claims.get(piece.claimId)}
              isInReader
            />
          ))}
        </section>
      )}
      <Disclosure summary={`${pieces.length} ${pieces.length === 1 ? 'passage' : 'passages'} of this capture in use`}>
        <ol className="flex flex-col gap-4">
          {pieces.map((piece) => (
            <li key={piece.id}>
              <EvidenceItem
                workspace={workspace}
                evidence={piece}
                claimText={piece.claimId === null ? undefined : claims.get(piece.claimId)}
                isInReader
              />
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  )
}
