import type { Evidence, Workspace } from './view'

/** Origin → relays, in words. */
export function OriginLine({ workspace, evidence }: { workspace: Workspace; evidence: Evidence }) {
  const origin = workspace.origins.find((candidate) => candidate.id === evidence.originId)
  return (
    <p className="text-sm text-ink-muted">
      {origin === undefined ? (
        'Origin not known'
      ) : (
        <>
          Origin: <bdi className="text-ink">{origin.label}</bdi> ({origin.mode}
          {origin.datedWords !== null && `, ${origin.datedWords}`})
        </>
      )}
      {evidence.relays.map((relay) => (
        <span key={relay.id}>
          {' '}
          <span aria-hidden>→</span>
          <span className="sr-only">relayed by</span> <bdi>{relay.name}</bdi>
        </span>
      ))}
    </p>
  )
}
