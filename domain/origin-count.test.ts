import fc from 'fast-check'
import { expect, test } from 'vitest'
import { independentOrigins } from './origin'
import type { IndependentOrigins, LineageEdge, OriginEvidence, OriginInput, OriginJoin } from './origin'
import { fingerprint } from './round'
import { LINEAGE_KINDS, LINEAGE_STATES, STANCES } from './words'

// Rule 3 a second time, from its words alone and without a thought for speed; and rule 8 against both.

const copies = (edge: LineageEdge) => edge.state === 'confirmed' && edge.kind !== 'quotes'

/** Whatever can be reached from `start` by steps of `next`, `start` included. */
function closure<Item>(start: Item, next: (item: Item) => Item[]): Set<Item> {
  const found = new Set([start])
  for (const item of found) for (const other of next(item)) found.add(other)
  return found
}

function shareGroup(a: OriginEvidence, b: OriginEvidence, { evidence, lineage, sides, sources = [] }: OriginInput) {
  if (a.origin === null || b.origin === null) return false
  const [one, two] = [a.origin, b.origin]
  if (one.id === two.id) return true
  if (one.partyId === null || two.partyId === null) return false
  if (one.partyId === two.partyId) return true
  if (sides.some(({ partyIds }) => [one, two].every(({ partyId }) => partyIds.includes(partyId ?? '')))) return true
  const outletOf = (id: string) =>
    evidence.find((piece) => piece.sourceId === id)?.outletId ?? sources.find((each) => each.id === id)?.outletId
  const edges = lineage.filter(copies)
  const originals = (id: string) =>
    closure(id, (each) => edges.flatMap((edge) => (edge.fromSourceId === each ? [edge.toSourceId] : [])))
  const isOwn = ({ sourceId, origin }: OriginEvidence) =>
    [...originals(sourceId)].some((id) => outletOf(id) === origin?.partyId)
  const joined = closure(a.sourceId, (each) =>
    edges.flatMap(({ fromSourceId, toSourceId }) =>
      fromSourceId === each ? [toSourceId] : toSourceId === each ? [fromSourceId] : [],
    ),
  )
  return isOwn(a) && isOwn(b) && joined.has(b.sourceId)
}

function countByTheWords(input: OriginInput): number {
  const counted = input.evidence.filter((each) => each.stance === 'supports' && !each.isWithdrawn && each.origin)
  const groupOf = (piece: OriginEvidence) =>
    [...closure(piece, (each) => counted.filter((other) => shareGroup(each, other, input)))].map(({ id }) => id)
  return new Set(counted.map((piece) => groupOf(piece).toSorted().join())).size
}

const few = (prefix: string, most: number) => fc.nat(most - 1).map((n) => `${prefix}${n}`)
const world = fc
  .record({
    outlets: fc.array(fc.option(few('p', 4), { freq: 4 }), { minLength: 6, maxLength: 6 }),
    parties: fc.array(fc.option(few('p', 4), { freq: 5 }), { minLength: 5, maxLength: 5 }),
    pieces: fc.array(
      fc.record({
        stance: fc.constantFrom(...STANCES, 'supports' as const, 'supports' as const),
        isWithdrawn: fc.nat(4).map((n) => n === 0),
        source: fc.nat(4),
        // The source's own reporting, one of five origins, or unknown.
        origin: fc.option(
          fc.nat(9).map((n) => (n > 4 ? ('own' as const) : n)),
          { freq: 6 },
        ),
      }),
      { maxLength: 8 },
    ),
    lineage: fc.array(
      fc.record({
        fromSourceId: few('s', 6),
        toSourceId: few('s', 6),
        kind: fc.constantFrom(...LINEAGE_KINDS),
        state: fc.constantFrom(...LINEAGE_STATES, 'confirmed' as const, 'confirmed' as const),
      }),
      { maxLength: 6 },
    ),
    sideOf: fc.array(fc.option(fc.nat(1)), { minLength: 4, maxLength: 4 }),
  })
  .map(({ outlets, parties, pieces, lineage, sideOf }) => ({
    evidence: pieces.map(({ stance, isWithdrawn, source, origin }, n) => ({
      id: `e${n}`,
      stance,
      isWithdrawn,
      sourceId: `s${source}`,
      outletId: outlets[source] ?? null,
      origin:
        origin === null
          ? null
          : origin === 'own'
            ? { id: `own-${outlets[source] ?? ''}-${source}`, partyId: outlets[source] ?? null }
            : { id: `o${origin}`, partyId: parties[origin] ?? null },
      exact: 'one depot',
      translation: null,
    })),
    lineage,
    sides: [0, 1].map((side) => ({
      id: `side${side}`,
      name: `Side ${side}`,
      partyIds: ['p0', 'p1', 'p2', 'p3'].filter((_, n) => sideOf[n] === side),
    })),
    sources: outlets.map((outletId, n) => ({ id: `s${n}`, outletId })),
  }))

test('independent origins are what the words of rule 3 say', () => {
  fc.assert(
    fc.property(world, (input) => {
      expect(independentOrigins(input).count).toBe(countByTheWords(input))
    }),
    { numRuns: 2_000 },
  )
})

type World = typeof world extends fc.Arbitrary<infer Made> ? Made : never

/** One thing of a world as it is in another: an edge more, an outlet, a side's parties, or a piece of evidence. */
function withOne(before: World, other: World, part: string, at: number): World {
  const [edge] = other.lineage
  const outletAt = (n: number) => (n === at % 6 ? other : before).sources[n]?.outletId ?? null
  switch (part) {
    case 'edge':
      return edge === undefined ? before : { ...before, lineage: [...before.lineage, edge] }
    case 'outlet':
      return {
        ...before,
        evidence: before.evidence.map((each) => ({ ...each, outletId: outletAt(Number(each.sourceId.slice(1))) })),
        sources: before.sources.map(({ id }, n) => ({ id, outletId: outletAt(n) })),
      }
    case 'side':
      return { ...before, sides: other.sides }
    default:
      return {
        ...before,
        evidence: before.evidence.map((each, n) => {
          const { isWithdrawn, origin } = other.evidence[n] ?? each
          return n === at ? { ...each, isWithdrawn, origin } : each
        }),
      }
  }
}

/** Whether a copy is called a reprint or a translation is told to readers; it counts nothing and makes nothing stale. */
function withoutKinds({ groups, ...rest }: IndependentOrigins) {
  const plain = (join: OriginJoin) =>
    join.because === 'lineage'
      ? { ...join, path: join.path.map(({ fromSourceId, toSourceId }) => [fromSourceId, toSourceId]) }
      : join
  return { ...rest, groups: groups.map((group) => ({ ...group, joins: group.joins.map(plain) })) }
}

test('rule 8: worlds with one fingerprint have the same independent origins', () => {
  const claimText = 'One depot burned.'
  let alike = 0
  fc.assert(
    fc.property(
      world,
      world,
      fc.constantFrom('edge', 'outlet', 'side', 'piece'),
      fc.nat(11),
      (before, other, ...one) => {
        const after = withOne(before, other, ...one)
        if (fingerprint({ claimText, ...before }) !== fingerprint({ claimText, ...after })) return
        alike += 1
        expect(withoutKinds(independentOrigins(after))).toEqual(withoutKinds(independentOrigins(before)))
      },
    ),
    { numRuns: 6_000 },
  )
  expect(alike).toBeGreaterThan(1_000)
})
