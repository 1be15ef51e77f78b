'use client'

import { Lock, PenLine } from 'lucide-react'
import { nameOfSource, type Source, type Workspace } from '@/components/evidence/view'
import { Badge } from '@/components/ui/badge'
import { OutletGrade } from './outlet-grade'
import { PlaceLink } from './place-link'
import { languageName, MEDIUM_LABEL } from './words'

/** The incident's sources, each leading to its captured text. */
export function SourceList({ workspace, currentId }: { workspace: Workspace; currentId: string | null }) {
  const twice = sameAddress(workspace.sources)
  return (
    <ol className="flex flex-col divide-y divide-rule border-y border-rule">
      {workspace.sources.map((source) => (
        <li key={source.id} className="py-2.5">
          <PlaceLink
            incidentId={workspace.incident.id}
            place={{ source: source.id }}
            className="link text-base font-medium"
            isCurrent={source.id === currentId}
          >
            <bdi {...(source.language !== null && { lang: source.language })}>{nameOfSource(source)}</bdi>
          </PlaceLink>
          <SourceFacts source={source} />
          {twice.has(source.id) && (
            <p className="text-sm text-possible">Another source of this incident has the same address.</p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** Outlet, grade, medium, date, language, and whether it is held. */
export function SourceFacts({ source }: { source: Source }) {
  const facts = [
    MEDIUM_LABEL[source.medium],
    source.publishedWords,
    source.language === null ? null : languageName(source.language),
  ]
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-0.5 text-sm text-ink-muted">
      {source.outlet && (
        <span className="inline-flex items-center gap-1.5">
          <bdi className="text-ink">{source.outlet.name}</bdi>
          <OutletGrade outlet={source.outlet} />
        </span>
      )}
      {facts
        .filter((fact) => fact !== null)
        .map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      <SourceBadges source={source} />
      {source.evidenceCount > 0 && (
        <span>
          {source.evidenceCount} {source.evidenceCount === 1 ? 'passage' : 'passages'} in use
        </span>
      )}
    </p>
  )
}

function SourceBadges({ source }: { source: Source }) {
  return (
    <>
      {source.kind === 'own_work' && (
        <Badge tone="accent" icon={<PenLine aria-hidden />}>
          Own work
        </Badge>
      )}
      {source.isConfidential && (
        <Badge tone="warning" icon={<Lock aria-hidden />}>
          Confidential
        </Badge>
      )}
      {source.captures.length === 0 && <Badge tone="quiet">Not held</Badge>}
    </>
  )
}

/** Sources that share an address with another: most likely one document, added twice. */
function sameAddress(sources: readonly Source[]): Set<string> {
  const byUrl = new Map<string, string[]>()
  for (const source of sources)
    if (source.url !== null) byUrl.set(source.url, [...(byUrl.get(source.url) ?? []), source.id])
  return new Set([...byUrl.values()].filter((ids) => ids.length > 1).flat())
}
