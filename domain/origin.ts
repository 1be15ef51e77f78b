import { groupBy } from './group-by'
import { compareText } from './hash'
import type { LineageKind, LineageState, Stance } from './words'

/** One piece of evidence of a claim, as rule 3 reads it. */
export type OriginEvidence = {
  id: string
  stance: Stance
  isWithdrawn: boolean
  sourceId: string
  /** The outlet of its source, a party. */
  outletId: string | null
  /** Where the information first comes from; null where that is unknown. */
  origin: { id: string; partyId: string | null } | null
}

/** `fromSourceId` is the copy (reprint, translation, scrape, or the one that quotes), `toSourceId` what it copies. */
export type LineageEdge = { fromSourceId: string; toSourceId: string; kind: LineageKind; state: LineageState }

export type Side = { id: string; name: string; partyIds: readonly string[] }

export type OriginInput = {
  evidence: readonly OriginEvidence[]
  lineage: readonly LineageEdge[]
  sides: readonly Side[]
  /** Outlets of sources that carry no evidence here, such as an original that is known of but not held. */
  sources?: readonly { id: string; outletId: string | null }[]
}

/** Why two pieces of evidence share a group; `a` and `b` are their ids. */
export type OriginJoin = { a: string; b: string } & (
  | { because: 'origin'; originId: string }
  | { because: 'party'; partyId: string }
  | { because: 'side'; sideId: string }
  | { because: 'lineage'; sourceIds: readonly [string, string]; path: readonly LineageEdge[] }
)

export type OriginGroup = {
  /** The smallest id of its evidence: stable while that evidence stays. */
  key: string
  evidenceIds: string[]
  /** One join fewer than there are pieces of evidence: the joins that made the group, strongest reason first. */
  joins: OriginJoin[]
}

export type IndependentOrigins = { count: number; groups: OriginGroup[]; unattributed: string[] }

/** A confirmed copy: `quotes` joins nothing, and a suggestion is not yet a fact. */
export function joinsSources(edge: LineageEdge): boolean {
  return edge.state === 'confirmed' && edge.kind !== 'quotes'
}

/**
 * Rule 3: the groups into which a claim's supporting evidence falls. Withdrawn and disputing evidence is left out;
 * evidence of unknown origin is `unattributed` and counts for none. An origin of no party is still an origin.
 * The result depends on no order of the input.
 */
export function independentOrigins(input: OriginInput): IndependentOrigins {
  const supporting = input.evidence
    .filter((piece) => piece.stance === 'supports' && !piece.isWithdrawn)
    .toSorted((a, b) => compareText(a.id, b.id))
  const attributed = supporting.filter((piece) => piece.origin !== null)
  const groups = group(attributed, [
    ...joinsByOrigin(attributed),
    ...joinsByParty(attributed),
    ...joinsBySide(attributed, input.sides),
    ...joinsByLineage(attributed, input),
  ])
  return {
    count: groups.length,
    groups,
    unattributed: supporting.filter((piece) => piece.origin === null).map((piece) => piece.id),
  }
}

function group(evidence: readonly OriginEvidence[], joins: readonly OriginJoin[]): OriginGroup[] {
  const parent = new Map(evidence.map((piece) => [piece.id, piece.id]))
  const root = (id: string): string => {
    const up = parent.get(id) ?? id
    if (up === id) return id
    const top = root(up)
    parent.set(id, top)
    return top
  }
  const kept: OriginJoin[] = []
  for (const join of joins) {
    const a = root(join.a)
    const b = root(join.b)
    if (a === b) continue
    parent.set(a < b ? b : a, a < b ? a : b)
    kept.push(join)
  }
  const byRoot = groupBy(evidence, (piece) => root(piece.id))
  return [...byRoot]
    .map(([key, pieces]) => ({
      key,
      evidenceIds: pieces.map((piece) => piece.id),
      joins: kept.filter((join) => root(join.a) === key),
    }))
    .toSorted((a, b) => compareText(a.key, b.key))
}

/** Joins of each bucket's first piece with every other of it. */
function joinBuckets(
  entries: readonly (readonly [string, OriginEvidence])[],
  join: (key: string, a: OriginEvidence, b: OriginEvidence) => OriginJoin,
): OriginJoin[] {
  const buckets = groupBy(entries, ([key]) => key)
  return [...buckets]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([key, [first, ...others]]) =>
      first === undefined ? [] : others.map(([, other]) => join(key, first[1], other)),
    )
}

function joinsByOrigin(evidence: readonly OriginEvidence[]): OriginJoin[] {
  const entries = evidence.flatMap((piece) => (piece.origin === null ? [] : [[piece.origin.id, piece] as const]))
  return joinBuckets(entries, (originId, a, b) => ({ a: a.id, b: b.id, because: 'origin', originId }))
}

function partyOf(piece: OriginEvidence): string | null {
  return piece.origin?.partyId ?? null
}

function joinsByParty(evidence: readonly OriginEvidence[]): OriginJoin[] {
  const entries = evidence.flatMap((piece) => {
    const partyId = partyOf(piece)
    return partyId === null ? [] : [[partyId, piece] as const]
  })
  return joinBuckets(entries, (partyId, a, b) => ({ a: a.id, b: b.id, because: 'party', partyId }))
}

function joinsBySide(evidence: readonly OriginEvidence[], sides: readonly Side[]): OriginJoin[] {
  const entries = sides.flatMap((side) =>
    evidence
      .filter((piece) => side.partyIds.some((partyId) => partyId === partyOf(piece)))
      .map((piece) => [side.id, piece] as const),
  )
  return joinBuckets(entries, (sideId, a, b) => ({ a: a.id, b: b.id, because: 'side', sideId }))
}

/**
 * Own reporting: the origin's party is the outlet of the source itself, or of one that the source copies, for the
 * reporting in a copy is its original's. Own reporting in sources that copies connect is one origin.
 */
function joinsByLineage(evidence: readonly OriginEvidence[], input: OriginInput): OriginJoin[] {
  const edges = input.lineage.filter(joinsSources)
  if (edges.length === 0) return []
  const outlets = new Map([
    ...(input.sources ?? []).map((source) => [source.id, source.outletId] as const),
    ...input.evidence.map((piece) => [piece.sourceId, piece.outletId] as const),
  ])
  const own = evidence.filter((piece) => {
    const partyId = partyOf(piece)
    if (partyId === null) return false
    return [piece.sourceId, ...originalsOf(piece.sourceId, edges)].some((id) => outlets.get(id) === partyId)
  })
  const families = familiesOf(edges)
  const entries = own.map((piece) => [families.get(piece.sourceId) ?? piece.sourceId, piece] as const)
  return joinBuckets(entries, (_family, a, b) => ({
    a: a.id,
    b: b.id,
    because: 'lineage',
    sourceIds: [a.sourceId, b.sourceId],
    path: pathBetween(a.sourceId, b.sourceId, edges),
  }))
}

/** Every source that this one copies, near or far; a circle in the data does no harm. */
export function originalsOf(sourceId: string, edges: readonly LineageEdge[]): string[] {
  const found = new Set([sourceId])
  for (const id of found)
    for (const edge of edges) if (edge.fromSourceId === id && joinsSources(edge)) found.add(edge.toSourceId)
  found.delete(sourceId)
  return [...found]
}

/** Each source that a copy connects to another, with the smallest id among those so connected. */
export function familiesOf(edges: readonly LineageEdge[]): Map<string, string> {
  const families = new Map<string, string>()
  const joining = edges.filter(joinsSources)
  const ids = [...new Set(joining.flatMap((edge) => [edge.fromSourceId, edge.toSourceId]))].toSorted(compareText)
  for (const id of ids) {
    if (families.has(id)) continue
    const family = new Set([id])
    for (const member of family)
      for (const edge of joining) {
        if (edge.fromSourceId === member) family.add(edge.toSourceId)
        if (edge.toSourceId === member) family.add(edge.fromSourceId)
      }
    for (const member of family) families.set(member, id)
  }
  return families
}

/** The shortest chain of copies between two sources, for the words; empty where they are one. */
function pathBetween(from: string, to: string, edges: readonly LineageEdge[]): LineageEdge[] {
  const sorted = edges.toSorted(
    (a, b) =>
      compareText(a.fromSourceId, b.fromSourceId) ||
      compareText(a.toSourceId, b.toSourceId) ||
      compareText(a.kind, b.kind),
  )
  const paths = new Map<string, LineageEdge[]>([[from, []]])
  for (const [id, path] of paths) {
    if (id === to) return path
    for (const edge of sorted) {
      const next = edge.fromSourceId === id ? edge.toSourceId : edge.toSourceId === id ? edge.fromSourceId : null
      if (next !== null && !paths.has(next)) paths.set(next, [...path, edge])
    }
  }
  return []
}

/** Names for the words; each falls back to something general where it returns null. */
export type JoinNames = {
  originName(id: string): string | null
  partyName(id: string): string | null
  sideName(id: string): string | null
  sourceName(id: string): string | null
}

const LINEAGE_WORDS: Readonly<Record<LineageKind, string>> = {
  reprint: 'is a reprint of',
  translation: 'is a translation of',
  scrape: 'is a scraped copy of',
  quotes: 'quotes',
}

/** The reason for a join as one sentence. */
export function describeJoin(join: OriginJoin, names: JoinNames): string {
  switch (join.because) {
    case 'origin':
      return `They go back to the same origin: ${names.originName(join.originId) ?? 'one origin'}.`
    case 'party':
      return `They come from ${names.partyName(join.partyId) ?? 'the same party'}.`
    case 'side':
      return `They come from the same side: ${names.sideName(join.sideId) ?? 'one side'}.`
    case 'lineage': {
      if (join.path.length === 0) return 'They are the reporting of one article.'
      const name = (id: string) => names.sourceName(id) ?? 'another article'
      const steps = join.path.map(
        (edge) => `${name(edge.fromSourceId)} ${LINEAGE_WORDS[edge.kind]} ${name(edge.toSourceId)}`,
      )
      return `Their own reporting is one text: ${steps.join('; ')}.`
    }
  }
}
