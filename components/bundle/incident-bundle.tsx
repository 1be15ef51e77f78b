import type { Workspace } from '@/components/evidence/view'
import { ExportButton } from './export-button'

/** Everything the incident rests on, as one file. */
export function IncidentBundle({ workspace }: { workspace: Workspace }) {
  const captures = workspace.sources.reduce((sum, source) => sum + source.captures.length, 0)
  return (
    <section aria-labelledby="bundle" className="flex flex-col gap-2">
      <h3 id="bundle" className="font-semibold">
        Evidence bundle
      </h3>
      <p className="text-sm text-ink-muted">
        {captures === 1 ? 'One capture' : `${captures} captures`} as received, with texts, passages and origins, in one
        ZIP. Each capture has 25 MB at most; pages take seconds, many pictures or PDFs minutes. It names confidential
        sources.
      </p>
      <ExportButton incidentId={workspace.incident.id} verdict={workspace.summary.can.exportBundle}>
        Export for the desk
      </ExportButton>
    </section>
  )
}
