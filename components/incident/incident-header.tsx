'use client'

import Link from 'next/link'
import { LevelMark } from '@/components/level/level-mark'
import { Badge } from '@/components/ui/badge'
import type { Claim, Workspace } from '@/components/workspace/view'
import type { IncidentStatus } from '@/domain/input/incident'
import { IncidentMenu } from './incident-menu'
import { StatusBadge } from './status-badge'
import { CLOSE_REASON_LABEL, INCIDENT_TYPE_LABEL, RELATION_LABEL } from './words'

const names = new Intl.ListFormat('en')

/** What and where and when, how far it is, who is on it, how sure the team is of its central claim. */
export function IncidentHeader({ workspace }: { workspace: Workspace }) {
  const { incident } = workspace
  const central = workspace.questions.flatMap((question) => question.claims).find((claim) => claim.isCentral)
  return (
    <header className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5 sm:flex-nowrap">
        <h1 dir="auto" className="w-full min-w-0 flex-auto font-serif text-xl font-semibold text-pretty">
          {incident.title}
        </h1>
        <IncidentMenu workspace={workspace} />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
        {statusesOf(workspace).map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
        {central !== undefined && <CentralLevel claim={central} />}
        <span>{INCIDENT_TYPE_LABEL[incident.type]}</span>
        <span>{incident.occurredWords ?? 'Time not known'}</span>
        <span>
          <bdi>{incident.place?.name ?? 'Place not known'}</bdi>
        </span>
        <span>
          {incident.members.length === 0 ? (
            'Nobody is on it'
          ) : (
            <>
              On it: <bdi>{names.format(incident.members.map((member) => member.name))}</bdi>
            </>
          )}
        </span>
        <Link href={`/desk/incidents/${incident.id}/history`} prefetch={false} className="link">
          History
        </Link>
      </p>
      <Surroundings workspace={workspace} />
    </header>
  )
}

function CentralLevel({ claim }: { claim: Claim }) {
  // Opened anew, it was judged before, and what it came to then is with the claim.
  if (claim.finding === null)
    return <span>{claim.round === null ? 'Central claim not yet judged' : 'Central claim being voted on'}</span>
  return (
    <span className="inline-flex items-center gap-1.5">
      <LevelMark level={claim.finding.heading === 'disputed' ? 'disputed' : claim.finding.level} />
      {claim.finding.isStale && <Badge tone="warning">Stale</Badge>}
    </span>
  )
}

function Surroundings({ workspace: { incident } }: { workspace: Workspace }) {
  const sides = incident.sides.map(
    (side) => `${side.name} (${names.format(side.parties.map((party) => party.name)) || 'nobody yet'})`,
  )
  return (
    <>
      {(incident.tags.length > 0 || sides.length > 0) && (
        <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-ink-muted">
          {sides.length > 0 && <span dir="auto">Sides: {sides.join('; ')}</span>}
          {incident.tags.length > 0 && <span dir="auto">Tags: {incident.tags.join(', ')}</span>}
        </p>
      )}
      {incident.related.length > 0 && (
        <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-ink-muted">
          {incident.related.map((other) => (
            <li key={`${other.id} ${other.kind} ${other.direction}`}>
              {RELATION_LABEL[other.kind][other.direction]}{' '}
              <Link href={`/desk/incidents/${other.id}`} prefetch={false} className="link">
                <bdi>{other.title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {incident.closeReason !== null && (
        <p className="text-sm text-ink-muted">
          Closed: {CLOSE_REASON_LABEL[incident.closeReason].toLowerCase()}. <span dir="auto">{incident.closeNote}</span>
        </p>
      )}
    </>
  )
}

function statusesOf({ incident, summary, questions }: Workspace): IncidentStatus[] {
  const statuses: IncidentStatus[] = []
  if (incident.state === 'closed') statuses.push('closed')
  const [newest] = summary.publications
  if (newest !== undefined) statuses.push(newest.correctionKind === 'retraction' ? 'retracted' : 'published')
  const working = summary.working?.state
  if (working === 'draft' || working === 'in_review' || working === 'approved') statuses.push(working)
  if (questions.some((question) => question.claims.some((claim) => claim.round !== null))) statuses.push('voting')
  return statuses.length === 0 ? ['new'] : statuses
}
