'use client'

import { ExportButton } from '@/components/bundle/export-button'
import type { Workspace } from '@/components/evidence/view'
import { RedactionPanel } from '@/components/redaction/redaction-panel'
import { ReasonAction } from '@/components/summary/reason-action'
import { useSummaryCommand } from '@/components/summary/use-summary-command'
import { useTRPC } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'

const KIND = { correction: 'Correction', update: 'Update', clarification: 'Clarification', retraction: 'Retraction' }

/** What readers have: every version with its public address, and what can be done about it. */
export function Published({ workspace }: { workspace: Workspace }) {
  const { publications, notice } = workspace.summary
  if (publications.length === 0) return null
  const { slug } = workspace.incident
  return (
    <section aria-labelledby="published" className="flex flex-col gap-3">
      <h3 id="published" className="font-semibold">
        Published
      </h3>
      {notice !== null && (
        <Notice tone="warning" title="Readers are told that this account is being re-examined.">
          Since <Time value={notice.begunAt.toISOString()} />: <bdi>{notice.reason}</bdi>
        </Notice>
      )}
      <ol className="flex flex-col divide-y divide-rule border-y border-rule" reversed>
        {publications.map((line) => (
          <li key={line.id} className="flex flex-col gap-0.5 py-1.5">
            <p className="flex flex-wrap items-center gap-x-2">
              <a className="link" href={`/incidents/${slug}/v/${line.number}`} target="_blank" rel="noreferrer">
                Version {line.number}
              </a>
              {line.correctionKind !== null && <Badge>{KIND[line.correctionKind]}</Badge>}
              {line.isRedacted && <Badge tone="negative">Redacted</Badge>}
              <Time value={line.publishedAt.toISOString()} precision="minute" className="text-sm text-ink-muted" />
            </p>
            {line.correctionNote !== null && (
              <p className="text-sm">
                <bdi>{line.correctionNote}</bdi>
              </p>
            )}
            {!line.isRedacted && (
              <ExportButton
                incidentId={workspace.incident.id}
                number={line.number}
                verdict={workspace.summary.can.exportBundle}
              >
                {`Evidence of version ${line.number}`}
              </ExportButton>
            )}
          </li>
        ))}
      </ol>
      <Acts workspace={workspace} />
      <RedactionPanel workspace={workspace} />
    </section>
  )
}

function Acts({ workspace }: { workspace: Workspace }) {
  const trpc = useTRPC()
  const { can, notice } = workspace.summary
  const incidentId = workspace.incident.id
  const keptAs = (what: string) => `publication.${what}.${incidentId}`
  const put = useSummaryCommand(trpc.notice.put.mutationOptions(), 'Readers are told that it is being re-examined')
  const lift = useSummaryCommand(trpc.notice.lift.mutationOptions(), 'The notice is lifted')
  const retract = useSummaryCommand(trpc.publication.retract.mutationOptions(), 'Retracted')
  return (
    <div className="flex flex-wrap gap-2">
      {notice === null ? (
        <ReasonAction
          label="Re-examine"
          verdict={can.reExamine}
          title="Tell readers that it is being re-examined"
          keptAs={keptAs('re-examine')}
          reasonLabel="Reason, for readers"
          size="small"
          isPending={put.isPending}
          problem={put.problem}
          onConfirm={(reason, done) => put.run({ incidentId, reason }, { onSuccess: done })}
        >
          A dated notice with this reason stands on the page until it is lifted. The account itself stays as it is.
        </ReasonAction>
      ) : (
        <ReasonAction
          label="Lift the notice"
          verdict={can.reExamine}
          title="Lift the notice"
          keptAs={keptAs('lift')}
          size="small"
          isPending={lift.isPending}
          problem={lift.problem}
          onConfirm={(reason, done) => lift.run({ incidentId, reason }, { onSuccess: done })}
        >
          The account stands as it was published. The reason is kept in the history.
        </ReasonAction>
      )}
      <ReasonAction
        label="Retract"
        verdict={can.retract}
        title="Retract the account"
        keptAs={keptAs('retract')}
        reasonLabel="Note for readers"
        tone="danger"
        size="small"
        isPending={retract.isPending}
        problem={retract.problem}
        onConfirm={(note, done) => retract.run({ incidentId, note }, { onSuccess: done })}
      >
        A notice with this note takes the account’s place. Earlier versions stay at their addresses, under a banner. It
        can be published again later.
      </ReasonAction>
    </div>
  )
}
