import type { Edge, Workspace } from '@/components/evidence/view'

/** Edges that wait for a decision and touch a source of this incident, the strongest first. */
export function suggestionsOf(workspace: Workspace): Edge[] {
  const held = new Set(workspace.sources.map((source) => source.id))
  return workspace.lineage
    .filter((edge) => edge.state === 'suggested' && (held.has(edge.sourceId) || held.has(edge.ofId)))
    .toSorted((a, b) => (b.strength ?? 0) - (a.strength ?? 0))
}

export const connectionsHref = (incidentId: string, edgeId?: string) =>
  `/desk/incidents/${incidentId}/connections${edgeId === undefined ? '' : `?edge=${edgeId}`}`

/** A strength in words; the number stands beside it. */
export function strengthWord(strength: number): 'strong' | 'likely' | 'weak' {
  if (strength >= 0.8) return 'strong'
  return strength >= 0.55 ? 'likely' : 'weak'
}
