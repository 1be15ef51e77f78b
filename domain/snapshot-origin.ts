import { compareText } from './hash'
import {
  describeJoin,
  familiesOf,
  independentOrigins,
  joinsSources,
  type LineageEdge,
  type OriginEvidence,
  type OriginGroup,
  type OriginInput,
  type OriginJoin,
} from './origin'
import { CONFIDENTIAL_ORIGIN } from './origin-reason'
import type { Shelf } from './snapshot-evidence'
import type { AccountPicture, PictureEvidence } from './snapshot-picture'
import type { PublicClaim } from './snapshot-schema'

/** What rule 3 reads, from a picture: `evidence` of one claim. Background has no stance and is left out. */
export function originInput(
  evidence: readonly PictureEvidence[],
  picture: Pick<AccountPicture, 'origins' | 'sources' | 'lineage' | 'farOutlets'> & {
    incident: Pick<AccountPicture['incident'], 'sides'>
  },
): OriginInput {
  const sources = new Map(picture.sources.map((source) => [source.id, source]))
  const origins = new Map(picture.origins.map((origin) => [origin.id, origin]))
  return {
    evidence: evidence.flatMap(({ id, stance, isWithdrawn, sourceId, originId }): OriginEvidence[] => {
      if (stance === null) return []
      const origin = originId === null ? undefined : origins.get(originId)
      return [
        {
          id,
          stance,
          isWithdrawn,
          sourceId,
          outletId: sources.get(sourceId)?.outletId ?? null,
          origin: origin === undefined ? null : { id: origin.id, partyId: origin.partyId },
        },
      ]
    }),
    lineage: picture.lineage,
    sides: picture.incident.sides,
    sources: [...picture.farOutlets, ...picture.sources.map(({ id, outletId }) => ({ id, outletId }))],
  }
}

/**
 * The groups of rule 3 in public words. Evidence of a confidential source counts, but is named in no group with
 * others, nor in a reason, for the group's name would give its origin away (rule 14).
 */
export function publicOrigins(
  evidence: readonly PictureEvidence[],
  picture: AccountPicture,
  shelf: Shelf,
  numbers: ReadonlyMap<string, number>,
): PublicClaim['origins'] {
  const byId = new Map(evidence.map((piece) => [piece.id, piece]))
  const isOpen = (id: string) => !shelf.isConfidential(byId.get(id)?.sourceId ?? null)
  const numbersOf = (ids: readonly string[]) => ids.flatMap((id) => numbers.get(id) ?? []).toSorted((a, b) => a - b)
  const input = originInput(evidence, picture)
  const found = independentOrigins(input)
  const describe = (group: OriginGroup) => {
    const open = group.evidenceIds.filter(isOpen)
    if (open.length === 0) return { name: CONFIDENTIAL_ORIGIN, evidence: numbersOf(group.evidenceIds), reasons: [] }
    // Joined anew without the confidential ones, so that each reason is one that readers can follow.
    const pieces = input.evidence.filter((piece) => open.includes(piece.id))
    const joins = independentOrigins({ ...input, evidence: pieces }).groups.flatMap((part) => part.joins)
    return {
      name: groupName(pieces, picture, shelf),
      evidence: numbersOf(open),
      reasons: [...new Set(joins.map((join) => reasonOf(join, picture, shelf)))],
    }
  }
  return {
    count: found.count,
    groups: found.groups
      .map(describe)
      .toSorted((a, b) => (a.evidence[0] ?? 0) - (b.evidence[0] ?? 0) || compareText(a.name, b.name)),
    unattributed: numbersOf(found.unattributed.filter(isOpen)),
    lineage: publicLineage(
      found.groups.flatMap((group) => group.evidenceIds).filter(isOpen),
      { byId, lineage: picture.lineage, numbersOf },
      shelf,
    ),
  }
}

type LineageFacts = {
  byId: ReadonlyMap<string, PictureEvidence>
  lineage: readonly LineageEdge[]
  numbersOf: (ids: readonly string[]) => number[]
}

/**
 * The confirmed copies in whose families the counted evidence is, so that whoever reads the document can count anew. What
 * is confidential, or leads through it, is left out; a source of another incident has no name here.
 */
function publicLineage(counted: readonly string[], { byId, lineage, numbersOf }: LineageFacts, shelf: Shelf) {
  const edges = lineage.filter(
    (edge) => joinsSources(edge) && !shelf.isConfidential(edge.fromSourceId) && !shelf.isConfidential(edge.toSourceId),
  )
  const families = familiesOf(edges)
  const evidenceOf = (sourceId: string) => numbersOf(counted.filter((id) => byId.get(id)?.sourceId === sourceId))
  const shown = new Set(counted.flatMap((id) => families.get(byId.get(id)?.sourceId ?? '') ?? []))
  const sources = [...families.keys()]
    .filter((id) => shown.has(families.get(id) ?? ''))
    .map((id) => ({ id, evidence: evidenceOf(id), outlet: null, title: null, ...named(id, shelf) }))
    .toSorted((a, b) => (a.evidence[0] ?? Infinity) - (b.evidence[0] ?? Infinity) || compareText(a.id, b.id))
  const placeOf = (id: string) => sources.findIndex((source) => source.id === id)
  const copies = edges.flatMap(({ kind, fromSourceId, toSourceId }) =>
    kind !== 'quotes' && placeOf(fromSourceId) >= 0
      ? [{ kind, copy: placeOf(fromSourceId), of: placeOf(toSourceId) }]
      : [],
  )
  return {
    sources: sources.map(({ evidence, outlet, title }) => ({ evidence, outlet, title })),
    copies: copies.toSorted((a, b) => a.copy - b.copy || a.of - b.of || compareText(a.kind, b.kind)),
  }
}

function named(id: string, shelf: Shelf) {
  const source = shelf.appearanceOf(id)
  return source === null ? {} : { outlet: source.outlet, title: source.title }
}

/** The parties it comes from, or the channel where an origin has none. */
function groupName(pieces: readonly OriginEvidence[], picture: AccountPicture, shelf: Shelf): string {
  const names = pieces.flatMap(({ origin }) => {
    if (origin === null) return []
    const party = origin.partyId === null ? undefined : shelf.parties.get(origin.partyId)
    return party?.name ?? shelf.origins.get(origin.id)?.channel ?? []
  })
  const distinct = [...new Set(names)].toSorted(compareText)
  const sides = picture.incident.sides.filter((side) =>
    pieces.every(({ origin }) => origin?.partyId != null && side.partyIds.includes(origin.partyId)),
  )
  const [side] = sides
  return side !== undefined && distinct.length > 1 ? `${side.name}: ${distinct.join(', ')}` : distinct.join(', ')
}

function reasonOf(join: OriginJoin, picture: AccountPicture, shelf: Shelf): string {
  if (
    join.because === 'lineage' &&
    join.path.some((edge) => shelf.isConfidential(edge.fromSourceId) || shelf.isConfidential(edge.toSourceId))
  )
    return 'Their own reporting is one text.'
  return describeJoin(join, {
    originName: (id) => shelf.origins.get(id)?.channel ?? null,
    partyName: (id) => shelf.parties.get(id)?.name ?? null,
    sideName: (id) => picture.incident.sides.find((side) => side.id === id)?.name ?? null,
    sourceName(id) {
      const source = shelf.appearanceOf(id)
      if (source === null) return null
      return [source.outlet, source.title && `“${source.title}”`].filter(Boolean).join(', ') || null
    },
  })
}
