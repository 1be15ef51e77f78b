import { nameOfSource, type Edge, type Workspace } from '@/components/evidence/view'

/** An end's name: a source of this incident, or the title that came with the edge. */
export function endName(workspace: Workspace, edge: Edge, end: 'source' | 'of'): string {
  const id = end === 'source' ? edge.sourceId : edge.ofId
  const own = workspace.sources.find((source) => source.id === id)
  if (own !== undefined) return nameOfSource(own)
  return (end === 'source' ? edge.sourceTitle : edge.ofTitle) ?? 'a source of another incident'
}
