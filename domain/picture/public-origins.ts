import { CONFIDENTIAL_ORIGIN } from '../origin-reason'
import type { PublicClaim, PublicEvidence } from '../snapshot-schema'

/** Sources → relays → origins → groups, with words: what a picture of origins is drawn from. */
export type LabelledNode = {
  id: string
  kind: 'source' | 'relay' | 'origin' | 'group'
  label: string
  evidenceIds: string[]
}
export type LabelledPicture = {
  nodes: LabelledNode[]
  links: { from: string; to: string; evidenceIds: string[] }[]
}

/** What is said where there is no name; a confidential origin has one for documents alone. */
type Unnamed = { source: string; origin: string; confidential: string }

/**
 * How the supporting evidence of a published claim runs together, from the published account alone. Evidence that the
 * published groups do not name (a confidential source among others) is not drawn: where it goes back to is not public.
 */
export function publicOriginPicture(
  { origins }: PublicClaim,
  evidence: ReadonlyMap<number, PublicEvidence>,
  unnamed: Unnamed,
): LabelledPicture {
  const nodes = new Map<string, LabelledNode>()
  const links = new Map<string, LabelledPicture['links'][number]>()
  const draw = (number: number, group: { id: string; name: string } | null) => {
    const piece = evidence.get(number)
    if (piece === undefined) return
    const steps = chainOf(piece, group, unnamed)
    const evidenceId = String(number)
    for (const [index, step] of steps.entries()) {
      addTo(nodes, step.id, { ...step, evidenceIds: [] }, evidenceId)
      const before = steps[index - 1]
      if (before !== undefined)
        addTo(links, `${before.id} ${step.id}`, { from: before.id, to: step.id, evidenceIds: [] }, evidenceId)
    }
  }
  for (const [index, group] of origins.groups.entries())
    for (const number of group.evidence) draw(number, { id: `group:${index}`, name: groupName(group, unnamed) })
  for (const number of origins.unattributed) draw(number, null)
  return { nodes: [...nodes.values()], links: [...links.values()] }
}

function groupName({ name }: { name: string }, { confidential }: Pick<Unnamed, 'confidential'>): string {
  return name === CONFIDENTIAL_ORIGIN ? confidential : name
}

function addTo<Part extends { evidenceIds: string[] }>(parts: Map<string, Part>, key: string, part: Part, id: string) {
  const known = parts.get(key) ?? part
  if (!known.evidenceIds.includes(id)) known.evidenceIds.push(id)
  parts.set(key, known)
}

type Step = Omit<LabelledNode, 'evidenceIds'>

function chainOf(piece: PublicEvidence, group: { id: string; name: string } | null, unnamed: Unnamed): Step[] {
  const counted: Step[] = group === null ? [] : [{ id: group.id, kind: 'group', label: group.name }]
  if (piece.isConfidential)
    return [{ id: `source:${piece.number}`, kind: 'source', label: piece.description }, ...counted]
  const { source, origin, relays } = piece
  const { outlet, title, url, published } = source
  return [
    {
      id: `source:${JSON.stringify([outlet, title, url, published])}`,
      kind: 'source',
      label: sourceLabel(piece, unnamed),
    },
    ...relays.toReversed().map((relay): Step => ({ id: `relay:${relay}`, kind: 'relay', label: relay })),
    origin === null
      ? { id: `origin:unknown:${piece.number}`, kind: 'origin', label: unnamed.origin }
      : {
          id: `origin:${JSON.stringify([origin.party, origin.channel, origin.dated])}`,
          kind: 'origin',
          label: origin.party === null ? origin.channel : `${origin.party}: ${origin.channel}`,
        },
    ...counted,
  ]
}

function sourceLabel({ source }: Extract<PublicEvidence, { isConfidential: false }>, { source: unnamed }: Unnamed) {
  return source.outlet ?? source.title ?? unnamed
}
