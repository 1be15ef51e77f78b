import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeJoin, independentOrigins, type LineageEdge, type OriginEvidence, type OriginInput } from './origin'
import { originPicture } from './origin-picture'
import { joinedBy, readReason, reasonText, renamedReason } from './origin-reason'
import type { Snapshot } from './snapshot-schema'
import { LANGUAGES } from './language'
import { ALL_MESSAGES } from './messages/all'
import { wordsFrom } from './wording'
import { LINEAGE_KINDS, LINEAGE_STATES, STANCES } from './words'

type Loose = Partial<OriginEvidence> & { id: string }

function piece(loose: Loose): OriginEvidence {
  return {
    stance: 'supports',
    isWithdrawn: false,
    sourceId: `source-of-${loose.id}`,
    outletId: null,
    origin: { id: `origin-of-${loose.id}`, partyId: null },
    ...loose,
  }
}

function copy(fromSourceId: string, toSourceId: string, change: Partial<LineageEdge> = {}): LineageEdge {
  return { fromSourceId, toSourceId, kind: 'reprint', state: 'confirmed', ...change }
}

function count(evidence: Loose[], rest: Partial<OriginInput> = {}): number {
  return independentOrigins({ evidence: evidence.map(piece), lineage: [], sides: [], ...rest }).count
}

const by = (id: string, partyId: string | null) => ({ id, partyId })
const own = (id: string, outlet: string): Loose => ({
  id,
  sourceId: `article-${id}`,
  outletId: outlet,
  origin: by(`reporter-${id}`, outlet),
})

describe('rule 3: origins are counted, not articles', () => {
  test.each<[string, number, Loose[], Partial<OriginInput>?]>([
    ['no evidence', 0, []],
    ['one piece', 1, [{ id: 'a' }]],
    ['two origins of no party', 2, [{ id: 'a' }, { id: 'b' }]],
    [
      'one origin in two articles',
      1,
      [
        { id: 'a', origin: by('o', null) },
        { id: 'b', origin: by('o', null) },
      ],
    ],
    [
      'two origins of one party',
      1,
      [
        { id: 'a', origin: by('o', 'p') },
        { id: 'b', origin: by('q', 'p') },
      ],
    ],
    [
      'two parties',
      2,
      [
        { id: 'a', origin: by('o', 'p') },
        { id: 'b', origin: by('q', 'r') },
      ],
    ],
    [
      'a ministry, its general staff and its security service',
      1,
      [
        { id: 'a', origin: by('o', 'ministry') },
        { id: 'b', origin: by('q', 'staff') },
        { id: 'c', origin: by('r', 'service') },
      ],
      { sides: [{ id: 's', name: 'Kyiv', partyIds: ['ministry', 'staff', 'service'] }] },
    ],
    [
      'two sides that agree',
      2,
      [
        { id: 'a', origin: by('o', 'ministry') },
        { id: 'b', origin: by('q', 'kremlin') },
      ],
      {
        sides: [
          { id: 's', name: 'Kyiv', partyIds: ['ministry'] },
          { id: 't', name: 'Moscow', partyIds: ['kremlin'] },
        ],
      },
    ],
    ['an unknown origin', 1, [{ id: 'a' }, { id: 'b', origin: null }]],
    ['disputing evidence', 1, [{ id: 'a' }, { id: 'b', stance: 'disputes' }]],
    ['withdrawn evidence', 1, [{ id: 'a' }, { id: 'b', isWithdrawn: true }]],
    ['own reporting of two outlets', 2, [own('a', 'x'), own('b', 'y')]],
    [
      'a reprint that claims the reporting as its own',
      1,
      [own('a', 'x'), own('b', 'y')],
      { lineage: [copy('article-b', 'article-a')] },
    ],
    [
      'two copies of a third that is not held',
      1,
      [own('a', 'x'), own('b', 'y')],
      { lineage: [copy('article-a', 'far'), copy('article-b', 'far', { kind: 'scrape' })] },
    ],
    [
      'a suggested reprint',
      2,
      [own('a', 'x'), own('b', 'y')],
      { lineage: [copy('article-b', 'article-a', { state: 'suggested' })] },
    ],
    [
      'a rejected reprint',
      2,
      [own('a', 'x'), own('b', 'y')],
      { lineage: [copy('article-b', 'article-a', { state: 'rejected' })] },
    ],
    [
      'a quotation',
      2,
      [own('a', 'x'), own('b', 'y')],
      { lineage: [copy('article-b', 'article-a', { kind: 'quotes' })] },
    ],
    [
      'joined articles that cite two others',
      2,
      [
        { ...own('a', 'x'), origin: by('o', 'ministry') },
        { ...own('b', 'y'), origin: by('q', 'witness') },
      ],
      { lineage: [copy('article-b', 'article-a')] },
    ],
    [
      'a copy whose reporting is given to the original, and another that claims it',
      1,
      [{ ...own('a', 'x'), origin: by('o', 'z') }, own('b', 'y')],
      { lineage: [copy('article-a', 'far'), copy('article-b', 'far')], sources: [{ id: 'far', outletId: 'z' }] },
    ],
    [
      'a chain: origin, party and side together',
      1,
      [
        { id: 'a', origin: by('o', 'p') },
        { id: 'b', origin: by('o', 'p') },
        { id: 'c', origin: by('r', 'p') },
        { id: 'd', origin: by('t', 'q') },
      ],
      { sides: [{ id: 's', name: 'S', partyIds: ['p', 'q'] }] },
    ],
    [
      'a circle in the lineage',
      1,
      [own('a', 'x'), own('b', 'y')],
      { lineage: [copy('article-a', 'article-b'), copy('article-b', 'article-a')] },
    ],
  ])('%s: %i', (_name, expected, evidence, rest) => expect(count(evidence, rest)).toBe(expected))

  test('evidence of unknown origin is named', () => {
    const found = independentOrigins({ evidence: [piece({ id: 'a', origin: null })], lineage: [], sides: [] })
    expect(found).toEqual({ count: 0, groups: [], unattributed: ['a'] })
  })
})

test('the reason for each joining can be said', () => {
  const input: OriginInput = {
    evidence: [
      own('a', 'x'),
      own('b', 'y'),
      { id: 'c', origin: by('o', 'x') },
      { id: 'd', origin: by('o', 'x') },
      { id: 'e', origin: by('q', 'z') },
    ].map(piece),
    lineage: [copy('article-b', 'article-a')],
    sides: [{ id: 's', name: 'North', partyIds: ['x', 'z'] }],
  }
  const [group] = independentOrigins(input).groups
  const names = {
    originName: (id: string) => id,
    partyName: (id: string) => `Outlet ${id}`,
    sideName: () => 'North',
    sourceName: (id: string) => id,
  }
  expect(group?.joins).toHaveLength(4)
  expect(group?.joins.map((join) => describeJoin(join, names))).toEqual([
    'They go back to the same origin: o.',
    'They come from Outlet x.',
    'They come from the same side: North.',
    'Their own reporting is one text: article-b is a reprint of article-a.',
  ])
})

describe('the reason that a document gives', () => {
  const words = LANGUAGES.map((language) => wordsFrom(language, ALL_MESSAGES[language]))
  const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')
  const name = fc.option(fc.constantFrom('Голос', 'Голос, “Депо; двічі”', 'وكالة', '12:30', 'Знову, “a quotes b.”'))
  const join = fc.oneof(
    fc.record({ because: fc.constant('origin' as const), originId: fc.constant('x') }),
    fc.record({ because: fc.constant('party' as const), partyId: fc.constant('x') }),
    fc.record({ because: fc.constant('side' as const), sideId: fc.constant('x') }),
    fc.record({
      because: fc.constant('lineage' as const),
      sourceIds: fc.constant(['a', 'b'] as const),
      path: fc.array(
        fc
          .constantFrom('reprint' as const, 'translation' as const, 'scrape' as const)
          .map((kind) => copy('a', 'b', { kind })),
        { maxLength: 3 },
      ),
    }),
  )

  test('is read back and said in every language, or, where it could be read in two ways, kept as it is', () => {
    fc.assert(
      fc.property(join, name, (one, given) => {
        const told = describeJoin(
          { a: 'a', b: 'b', ...one },
          { originName: () => given, partyName: () => given, sideName: () => given, sourceName: () => given },
        )
        const reason = readReason(told)
        expect(renamedReason(told, (each) => each)).toBe(told)
        if (given !== null && one.because !== 'lineage')
          expect(renamedReason(told, () => 'N')).toBe(told.slice(0, -given.length - 1) + 'N.')
        if (reason === null) {
          expect([one.because, given]).toEqual(['lineage', 'Голос, “Депо; двічі”'])
          return
        }
        for (const each of words) {
          const said = plain(reasonText(reason, each))
          if (each.language === 'en') expect(said).toBe(unnamedAs(told))
          else if (given !== 'Знову, “a quotes b.”')
            expect([each.language, each.language === 'de' || !/[a-z]/i.test(said)]).toEqual([each.language, true])
          if (given !== null && (one.because !== 'lineage' || one.path.length > 0)) expect(said).toContain(given)
        }
      }),
    )
  })

  /** A name that is not known is said in the sentence itself. */
  const unnamedAs = (told: string) =>
    told
      .replace('go back to the same origin: one origin.', 'go back to one origin.')
      .replace('from the same side: one side.', 'from one side.')

  test.each([
    'They are friends.',
    'Their own reporting is one text: a; b.',
    'Their own reporting is one text: a is a reprint of b is a reprint of c.',
  ])('%s', (sentence) => expect(readReason(sentence)).toBeNull())
})

describe('which of a group a reason speaks of', () => {
  const origins = [
    ['Legion', 'clip'],
    ['Legion', 'clip'],
    ['Legion', 'spokesman'],
    ['Staff', 'briefing'],
    [null, 'balloon'],
  ] as const
  const snapshot = {
    incident: { sides: [{ name: 'North', parties: ['Legion', 'Staff'] }] },
    evidence: origins.map(([party, channel], index) => ({ number: index + 1, origin: { party, channel } })),
  } as unknown as Snapshot
  const joined = (sentence: string, evidence: number[], others: string[] = []) => {
    const reason = readReason(sentence)
    return reason && joinedBy(reason, { name: 'N', evidence, reasons: [...others, sentence] }, snapshot)
  }
  test.each([
    ['They go back to the same origin: clip.', [1, 2, 3, 4], [1, 2]],
    ['They come from Legion.', [1, 2, 3, 4], [1, 2, 3]],
    ['They come from the same side: North.', [2, 4, 5], [2, 4]],
    // All of it, what nobody names, and what names its articles itself: nothing to add.
    ['They come from the same side: North.', [1, 2, 3, 4], null],
    ['They go back to the same origin: clip.', [1, 2], null],
    ['They go back to the same origin: one origin.', [1, 2, 3], null],
    ['Their own reporting is one text: A is a reprint of B.', [1, 2, 3], null],
  ])('%s of %j: %j', (sentence, evidence, expected) => expect(joined(sentence, evidence)).toEqual(expected))

  test('are named where another reason stands before it, which may be of fewer', () => {
    const side = 'They come from the same side: North.'
    expect(joined(side, [1, 2, 4], ['They go back to the same origin: clip.'])).toEqual([1, 2, 4])
  })
})

const few = (prefix: string, most: number) => fc.nat(most - 1).map((n) => `${prefix}${n}`)
const party = few('p', 5)
const source = few('s', 5)
const outletOf = (id: string) => `p${Number(id.slice(1)) % 5}`
const evidence = fc.array(
  fc
    .record({
      stance: fc.constantFrom(...STANCES),
      isWithdrawn: fc.boolean(),
      sourceId: source,
      partyId: fc.option(party),
      origin: fc.option(few('o', 6), { freq: 5 }),
    })
    .map(({ stance, isWithdrawn, sourceId, partyId, origin }) => ({
      stance,
      isWithdrawn,
      sourceId,
      outletId: outletOf(sourceId),
      // An origin has one party, so its id carries it.
      origin: origin === null ? null : { id: `${origin}-${partyId ?? ''}`, partyId },
    })),
  { maxLength: 10 },
)
const lineage = fc.array(
  fc.record({
    fromSourceId: source,
    toSourceId: source,
    kind: fc.constantFrom(...LINEAGE_KINDS),
    state: fc.constantFrom(...LINEAGE_STATES),
  }),
  { maxLength: 6 },
)
const sides = fc.tuple(fc.subarray(['p0', 'p1', 'p2', 'p3', 'p4']), fc.nat(5)).map(([members, at]) => [
  { id: 'one', name: 'One', partyIds: members.slice(0, at) },
  { id: 'two', name: 'Two', partyIds: members.slice(at) },
])
const world = fc.record({
  evidence: evidence.map((pieces) => pieces.map((each, n) => ({ ...each, id: `e${n}` }))),
  lineage,
  sides,
})

describe('whatever the evidence', () => {
  test('no order matters', () => {
    const shuffled = world.chain((input) =>
      fc.record({
        input: fc.constant(input),
        evidence: fc.shuffledSubarray(input.evidence, { minLength: input.evidence.length }),
        lineage: fc.shuffledSubarray(input.lineage, { minLength: input.lineage.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, ...other }) => {
        expect(independentOrigins({ ...input, ...other })).toEqual(independentOrigins(input))
      }),
    )
  })

  test('each attributed piece is in one group, held together by one join fewer than it has pieces', () => {
    fc.assert(
      fc.property(world, (input) => {
        const found = independentOrigins(input)
        const grouped = found.groups.flatMap((group) => group.evidenceIds)
        const counted = input.evidence.filter((each) => each.stance === 'supports' && !each.isWithdrawn)
        expect([...grouped, ...found.unattributed].toSorted()).toEqual(counted.map((each) => each.id).toSorted())
        for (const group of found.groups) expect(group.joins).toHaveLength(group.evidenceIds.length - 1)
      }),
    )
  })

  test('a quotes edge changes nothing', () => {
    fc.assert(
      fc.property(world, source, source, (input, fromSourceId, toSourceId) => {
        const edge: LineageEdge = { fromSourceId, toSourceId, kind: 'quotes', state: 'confirmed' }
        expect(independentOrigins({ ...input, lineage: [...input.lineage, edge] })).toEqual(independentOrigins(input))
      }),
    )
  })

  // A reprint is a new source that says what an existing one says: the same passages of the same origins. (An edge
  // between two sources that both were there may well join them: that is what rule 3 is for.) Its outlet is one whose
  // own reporting none of these passages is; and it may also be without evidence, or claim the reporting as its own.
  test.each(['the same origins', 'no evidence', 'the reporting as its own'])(
    'a confirmed reprint with %s never changes the count',
    (carries) => {
      fc.assert(
        fc.property(world, source, fc.constantFrom('reprint', 'translation', 'scrape'), (input, original, kind) => {
          const edge: LineageEdge = { fromSourceId: 'copy', toSourceId: original, kind, state: 'confirmed' }
          const isOwn = (each: OriginEvidence) => each.origin?.partyId === outletOf(original)
          const copies =
            carries === 'no evidence'
              ? []
              : input.evidence
                  .filter((each) => each.sourceId === original)
                  .map((each) => ({
                    ...each,
                    id: `copy-of-${each.id}`,
                    sourceId: 'copy',
                    outletId: 'copyist',
                    origin:
                      carries === 'the same origins' || !isOwn(each)
                        ? each.origin
                        : { id: 'copied', partyId: 'copyist' },
                  }))
          const more = { ...input, evidence: [...input.evidence, ...copies], lineage: [...input.lineage, edge] }
          expect(independentOrigins(more).count).toBe(independentOrigins(input).count)
        }),
        { numRuns: 500 },
      )
    },
  )

  test('splitting a side never lowers the count', () => {
    fc.assert(
      fc.property(world, fc.nat(5), (input, at) => {
        const [first, ...others] = input.sides
        if (first === undefined) return
        const halves = [
          { ...first, id: 'left', partyIds: first.partyIds.slice(0, at) },
          { ...first, id: 'right', partyIds: first.partyIds.slice(at) },
        ]
        const split = independentOrigins({ ...input, sides: [...halves, ...others] })
        expect(split.count).toBeGreaterThanOrEqual(independentOrigins(input).count)
      }),
      { numRuns: 500 },
    )
  })

  test('the picture ends in the very groups that are counted', () => {
    fc.assert(
      fc.property(world, (input) => {
        const pictured = input.evidence.map((each) => ({ ...each, relayPartyIds: ['p0'] }))
        const { nodes, links } = originPicture({ ...input, evidence: pictured })
        const { count: groups } = independentOrigins(input)
        expect(nodes.filter((node) => node.kind === 'group')).toHaveLength(groups)
        const ids = new Set(nodes.map((node) => node.id))
        expect(links.every((link) => ids.has(link.from) && ids.has(link.to))).toBe(true)
        expect(ids.size).toBe(nodes.length)
      }),
    )
  })
})
