import { originalsOf, type LineageEdge } from './origin'
import { allowed, refused, type Verdict } from './verdict'

type Drawn = Pick<LineageEdge, 'fromSourceId' | 'toSourceId' | 'kind'>

/**
 * May this edge stand beside those there are? Nothing goes back to itself, and copies never run in a circle, whether
 * confirmed or only suggested; what was rejected is no obstacle. Two articles may well quote each other.
 */
export function canDrawLineage(edge: Drawn, others: readonly LineageEdge[]): Verdict {
  if (edge.fromSourceId === edge.toSourceId)
    return refused('lineage.self', 'A source does not go back to itself.', 'Choose two different sources.')
  if (edge.kind === 'quotes') return allowed
  const standing = others
    .filter((other) => other.state !== 'rejected')
    .map((other) => ({ ...other, state: 'confirmed' as const }))
  if (!originalsOf(edge.toSourceId, standing).includes(edge.fromSourceId)) return allowed
  return refused(
    'lineage.circle',
    'Copies would run in a circle: the other one already goes back to this source.',
    'Turn the direction around, or reject the edge that is wrong first.',
  )
}
