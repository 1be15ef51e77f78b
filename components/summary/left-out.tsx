import { citedEvidence } from '@/domain/citation'
import { claimsOf, type Workspace } from '@/components/evidence/view'
import { documentOf } from './summary-editor'

/** Claims that were judged and of which the saved text cites nothing: readers would never learn of them. */
export function LeftOut({ workspace, document }: { workspace: Workspace; document: unknown }) {
  const cited = new Set(citedEvidence(documentOf(document)))
  const left = claimsOf(workspace).filter(
    ({ finding, evidence }) => finding !== null && !evidence.some(({ id }) => cited.has(id)),
  )
  if (left.length === 0) return null
  return (
    <section aria-labelledby="left-out-heading" className="flex flex-col gap-1">
      <h3 id="left-out-heading" className="font-semibold">
        Judged, and left out
      </h3>
      <p className="text-sm text-ink-muted">Only what is cited is published. This text cites nothing of:</p>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {left.map(({ id, text }) => (
          <li key={id}>
            <a className="link" href={`#claim-${id}`}>
              <bdi>{text}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
