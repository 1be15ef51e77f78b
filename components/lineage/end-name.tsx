import { nameOfSource, type Edge, type Workspace } from '@/components/evidence/view'

type EndNameProps = { workspace: Workspace; edge: Edge; end: 'source' | 'of' }

/** An end's title in quotation marks, since titles are sentences: a source of this incident, or what came with the edge. */
export function EndName({ workspace, edge, end }: EndNameProps) {
  const id = end === 'source' ? edge.sourceId : edge.ofId
  const own = workspace.sources.find((source) => source.id === id)
  const title = own === undefined ? (end === 'source' ? edge.sourceTitle : edge.ofTitle) : nameOfSource(own)
  if (title === null) return <>a source of another incident</>
  return (
    <>
      “<bdi>{title}</bdi>”
    </>
  )
}
