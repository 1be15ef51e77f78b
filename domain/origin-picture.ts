import { compareText } from './hash'
import { independentOrigins, type OriginEvidence, type OriginInput } from './origin'

/** `relayPartyIds` in order from the origin to the source. */
export type PicturedEvidence = OriginEvidence & { relayPartyIds: readonly string[] }

export type PictureNode = {
  /** Unique in the picture: the kind and the id behind it. */
  id: string
  kind: 'source' | 'relay' | 'origin' | 'group'
  /** Id of the source, the relaying party or the origin; the key of the group; null for an unknown origin. */
  ref: string | null
  evidenceIds: string[]
}

export type PictureLink = { from: string; to: string; evidenceIds: string[] }

export type OriginPicture = { nodes: PictureNode[]; links: PictureLink[] }

/**
 * What the small picture of rule 3 shows, without a layout: sources → relays → origins → groups.
 * Only evidence that rule 3 reads is in it; each unknown origin is one node that leads to no group.
 */
export function originPicture(input: Omit<OriginInput, 'evidence'> & { evidence: readonly PicturedEvidence[] }) {
  const nodes = new Map<string, PictureNode>()
  const links = new Map<string, PictureLink>()
  const { groups } = independentOrigins(input)
  const groupOf = new Map(groups.flatMap((group) => group.evidenceIds.map((id) => [id, group.key] as const)))
  const supporting = input.evidence
    .filter((piece) => piece.stance === 'supports' && !piece.isWithdrawn)
    .toSorted((a, b) => compareText(a.id, b.id))
  for (const piece of supporting) {
    const chain = chainOf(piece, groupOf.get(piece.id) ?? null)
    chain.forEach((step, index) => {
      const node = nodes.get(step.id) ?? { ...step, evidenceIds: [] }
      if (!node.evidenceIds.includes(piece.id)) node.evidenceIds.push(piece.id)
      nodes.set(step.id, node)
      const previous = chain[index - 1]
      if (previous === undefined) return
      const key = `${previous.id} ${step.id}`
      const link = links.get(key) ?? { from: previous.id, to: step.id, evidenceIds: [] }
      if (!link.evidenceIds.includes(piece.id)) link.evidenceIds.push(piece.id)
      links.set(key, link)
    })
  }
  return { nodes: [...nodes.values()], links: [...links.values()] } satisfies OriginPicture
}

function chainOf(piece: PicturedEvidence, groupKey: string | null): Omit<PictureNode, 'evidenceIds'>[] {
  const relays = piece.relayPartyIds.toReversed()
  return [
    { id: `source:${piece.sourceId}`, kind: 'source', ref: piece.sourceId },
    ...relays.map((ref) => ({ id: `relay:${ref}`, kind: 'relay' as const, ref })),
    piece.origin === null
      ? { id: `origin:unknown:${piece.id}`, kind: 'origin', ref: null }
      : { id: `origin:${piece.origin.id}`, kind: 'origin', ref: piece.origin.id },
    ...(groupKey === null ? [] : [{ id: `group:${groupKey}`, kind: 'group' as const, ref: groupKey }]),
  ]
}
