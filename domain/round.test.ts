import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headingOf, LEVELS, LEVEL_INFO, type Level } from './levels'
import {
  canCast,
  canOpen,
  canReveal,
  conclude,
  confirmedNeeds,
  dissent,
  effectiveQuorum,
  fingerprint,
  isStale,
  quorumOf,
  reasonsOf,
  tally,
  type CountedBallot,
  type FingerprintInput,
} from './round'

const SHORT: Record<string, Level> = {
  C: 'confirmed',
  P: 'probable',
  O: 'possible',
  D: 'doubtful',
  I: 'improbable',
  U: 'unknown',
}

/** "CPU": three ballots. "-" is a recusal, and a lower-case letter a suspended account's. */
function ballots(letters: string): CountedBallot[] {
  return Array.from(letters).map((letter) => ({
    level: SHORT[letter.toUpperCase()] ?? null,
    isSuspended: letter !== letter.toUpperCase(),
  }))
}

describe('rule 7: the quorum', () => {
  test.each([
    [3, 10, 3],
    [3, 3, 3],
    [3, 2, 2],
    [3, 1, 2],
    [3, 0, 2],
    [5, 4, 4],
    [2, 9, 2],
  ])('a team of quorum %i with %i able to vote: %i', (team, able, quorum) => expect(quorumOf(team, able)).toBe(quorum))

  test.each([
    [3, 0, 3],
    [3, 1, 2],
    [3, 2, 2],
    [5, 2, 3],
    [2, 5, 2],
  ])('%i with %i recusals: %i', (fixed, recusals, needed) => expect(effectiveQuorum(fixed, recusals)).toBe(needed))

  test('a suspended account counts neither as a ballot nor as a recusal', () => {
    expect(tally([...ballots('CPp-'), { level: null, isSuspended: true }])).toEqual({ cast: 2, recusals: 1 })
  })

  const open = { state: 'open' as const, fingerprint: 'f', current: 'f', quorum: 3 }
  test.each([
    ['quorum reached', { ballots: ballots('CPO') }, null],
    ['one short', { ballots: ballots('CP') }, 'round.quorum'],
    ['a recusal lowers it', { ballots: ballots('CP-') }, null],
    ['a suspended ballot does not count', { ballots: ballots('CPo') }, 'round.quorum'],
    ['never under two', { ballots: ballots('C---') }, 'round.quorum'],
    ['revealed already', { ballots: ballots('CPO'), state: 'revealed' as const }, 'round.closed'],
    ['superseded', { ballots: ballots('CPO'), state: 'superseded' as const }, 'round.closed'],
    ['the evidence changed', { ballots: ballots('CPO'), current: 'g' }, 'round.fingerprint'],
  ])('reveal: %s', (_name, change, rule) => {
    const verdict = canReveal({ ...open, ...change })
    expect(verdict.allowed ? null : verdict.rule).toBe(rule)
  })
})

describe('rule 7: the finding', () => {
  test.each<[string, Level, number | null]>([
    ['CCC', 'confirmed', 0],
    ['CPO', 'probable', 2],
    ['CP', 'probable', 1],
    ['CI', 'improbable', 4],
    ['CCPP', 'probable', 1],
    ['CPPP', 'probable', 0],
    ['CPPI', 'probable', 0],
    ['CPOI', 'possible', 1],
    ['CCIII', 'improbable', 4],
    ['CCCII', 'confirmed', 4],
    ['CPPPI', 'probable', 0],
    ['CCPPOODI', 'possible', 1],
    ['UU', 'unknown', null],
    ['CU', 'unknown', 0],
    ['CPU', 'probable', 1],
    ['CPUU', 'unknown', 1],
    ['CIUU', 'unknown', 4],
    ['CCPUU', 'confirmed', 1],
    ['CCP-', 'confirmed', 1],
    ['CPi', 'probable', 1],
    ['CCuu', 'confirmed', 0],
    ['', 'unknown', null],
    ['---', 'unknown', null],
  ])('%s is %s, spread %s', (letters, level, spread) => {
    expect(conclude(ballots(letters))).toMatchObject({ level, spread })
  })

  const cast = fc.array(fc.record({ level: fc.option(fc.constantFrom(...LEVELS)), isSuspended: fc.boolean() }), {
    maxLength: 30,
  })

  test('does not depend on the order of ballots', () => {
    const both = cast.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(
      fc.property(both, ([all, shuffled]) => {
        expect(conclude(shuffled)).toEqual(conclude(all))
      }),
    )
  })

  test('is blind to recusals and suspended accounts', () => {
    fc.assert(
      fc.property(cast, (all) => {
        const counted = all.filter((ballot) => ballot.level !== null && !ballot.isSuspended)
        expect(conclude(all)).toEqual(conclude(counted))
      }),
    )
  })

  test('at least half of the rated ballots are no less confident, and at least half no more', () => {
    fc.assert(
      fc.property(cast, (all) => {
        const { level, spread, distribution } = conclude(all)
        const rated = all.flatMap((ballot) =>
          ballot.level && !ballot.isSuspended ? (LEVEL_INFO[ballot.level].value ?? []) : [],
        )
        expect(Object.values(distribution).reduce((sum, each) => sum + each, 0)).toBe(
          rated.length + distribution.unknown,
        )
        expect(spread === null).toBe(rated.length === 0)
        const value = LEVEL_INFO[level].value
        if (value === null) {
          expect(distribution.unknown).toBeGreaterThanOrEqual(rated.length)
          return
        }
        expect(distribution.unknown).toBeLessThan(rated.length)
        expect(rated.filter((each) => each <= value).length * 2).toBeGreaterThanOrEqual(rated.length)
        expect(rated.filter((each) => each >= value).length * 2).toBeGreaterThanOrEqual(rated.length)
        expect(rated).toContain(value)
      }),
    )
  })

  test('a spread of two stands under Disputed', () => {
    expect(headingOf('confirmed', conclude(ballots('CCO')).spread)).toBe('disputed')
    expect(headingOf('confirmed', conclude(ballots('CCP')).spread)).toBe('established')
  })

  test('more confidence in one ballot never makes the finding less confident', () => {
    const rated = fc.array(fc.constantFrom('C', 'P', 'O', 'D', 'I'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(rated, fc.nat(), (letters, at) => {
        const raised = letters.with(at % letters.length, 'C')
        const value = (each: string[]) => LEVEL_INFO[conclude(ballots(each.join(''))).level].value ?? 0
        expect(value(raised)).toBeGreaterThanOrEqual(value(letters))
      }),
    )
  })
})

describe('rules 5, 6 and 8: casting', () => {
  const round = { state: 'open' as const, fingerprint: 'f', current: 'f', originsCount: 2 }
  test.each<[string, { level: Level | null; reason: string }, Partial<Parameters<typeof canCast>[1]>, string | null]>([
    ['probable needs no reason', { level: 'probable', reason: '' }, {}, null],
    ['confirmed needs one', { level: 'confirmed', reason: ' ' }, {}, 'round.reason'],
    ['improbable needs one', { level: 'improbable', reason: '' }, {}, 'round.reason'],
    ['unknown needs one', { level: 'unknown', reason: '' }, {}, 'round.reason'],
    ['a recusal needs one', { level: null, reason: '' }, {}, 'round.reason'],
    ['a recusal with one', { level: null, reason: 'My brother works there.' }, {}, null],
    ['confirmed with two origins', { level: 'confirmed', reason: 'Two.' }, {}, null],
    ['confirmed with one', { level: 'confirmed', reason: 'Two.' }, { originsCount: 1 }, 'round.confirmed'],
    ['improbable with none', { level: 'improbable', reason: 'No.' }, { originsCount: 0 }, null],
    ['after the reveal', { level: 'probable', reason: '' }, { state: 'revealed' }, 'round.closed'],
    ['after the next round', { level: 'probable', reason: '' }, { state: 'superseded' }, 'round.closed'],
    ['on other evidence', { level: 'probable', reason: '' }, { current: 'g' }, 'round.fingerprint'],
    ['a recusal on other evidence', { level: null, reason: 'x' }, { current: 'g' }, 'round.fingerprint'],
  ])('%s', (_name, ballot, change, rule) => {
    const verdict = canCast(ballot, { ...round, ...change })
    expect(verdict.allowed ? null : verdict.rule).toBe(rule)
  })

  test('what confirmed still needs is said', () => {
    expect(confirmedNeeds(2)).toEqual({ allowed: true })
    expect(confirmedNeeds(1)).toMatchObject({ because: expect.stringContaining('only one') as unknown })
    expect(confirmedNeeds(0)).toMatchObject({ because: expect.stringContaining('none') as unknown })
  })
})

describe('rule 8: opening', () => {
  const input = { last: null, current: 'f', evidenceCount: 1, reason: '' }
  const last = { state: 'revealed' as const, fingerprint: 'f' }
  test.each([
    ['the first', {}, null],
    ['without evidence', { evidenceCount: 0 }, 'round.evidence'],
    ['again on the same evidence', { last }, 'round.same-evidence'],
    ['again with a reason', { last, reason: 'One of us had not read it.' }, null],
    ['again on other evidence', { last: { ...last, fingerprint: 'e' } }, null],
    ['over an open one on the same evidence', { last: { ...last, state: 'open' as const } }, 'round.same-evidence'],
    ['over an open one on other evidence', { last: { state: 'open' as const, fingerprint: 'e' } }, null],
  ])('%s', (_name, change, rule) => {
    const verdict = canOpen({ ...input, ...change })
    expect(verdict.allowed ? null : verdict.rule).toBe(rule)
  })
})

describe('rule 8: the fingerprint', () => {
  const base: FingerprintInput = {
    claimText: 'One depot was destroyed.',
    evidence: [
      {
        id: 'a',
        stance: 'supports',
        isWithdrawn: false,
        sourceId: 's1',
        outletId: 'o1',
        origin: { id: 'x', partyId: 'p' },
        exact: 'one depot',
        translation: null,
      },
      {
        id: 'b',
        stance: 'disputes',
        isWithdrawn: false,
        sourceId: 's2',
        outletId: null,
        origin: null,
        exact: 'два',
        translation: { text: 'two', language: 'en', method: 'desk', translator: null },
      },
      {
        id: 'c',
        stance: 'supports',
        isWithdrawn: true,
        sourceId: 's3',
        outletId: null,
        origin: null,
        exact: 'x',
        translation: null,
      },
    ],
    lineage: [
      { fromSourceId: 's1', toSourceId: 's4', kind: 'reprint', state: 'confirmed' },
      { fromSourceId: 's8', toSourceId: 's9', kind: 'reprint', state: 'confirmed' },
    ],
    sides: [{ id: 'n', name: 'North', partyIds: ['p', 'q'] }],
    sources: [{ id: 's4', outletId: 'o4' }],
  }
  const [a, b, c] = base.evidence
  const [near, far] = base.lineage
  if (!a || !b || !c || !near || !far) throw new Error('incomplete')

  test.each<[string, Partial<FingerprintInput>]>([
    ['the claim', { claimText: 'Two depots were destroyed.' }],
    ['a stance', { evidence: [{ ...a, stance: 'disputes' }, b, c] }],
    ['a withdrawal', { evidence: [{ ...a, isWithdrawn: true }, b, c] }],
    ['new evidence', { evidence: [a, b, { ...c, isWithdrawn: false }] }],
    ['an origin', { evidence: [{ ...a, origin: { id: 'y', partyId: 'p' } }, b, c] }],
    ["an origin's party", { evidence: [{ ...a, origin: { id: 'x', partyId: 'q' } }, b, c] }],
    ['an origin no longer known', { evidence: [{ ...a, origin: null }, b, c] }],
    ['an outlet', { evidence: [{ ...a, outletId: 'o2' }, b, c] }],
    ['an exact text', { evidence: [{ ...a, exact: 'one depots' }, b, c] }],
    [
      'a translation',
      { evidence: [a, { ...b, translation: { text: 'a pair', language: 'en', method: 'desk', translator: null } }, c] },
    ],
    ['a translation gone', { evidence: [a, { ...b, translation: null }, c] }],
    ['a copy near by', { lineage: [far] }],
    ['a copy of a copy near by', { lineage: [near, far, { ...near, fromSourceId: 's4', toSourceId: 's7' }] }],
    ['a suggestion confirmed', { lineage: [near, far, { ...near, toSourceId: 's6' }] }],
    ["an original's outlet", { sources: [{ id: 's4', outletId: 'o5' }] }],
    ['a party on another side', { sides: [{ id: 'm', name: 'South', partyIds: ['p', 'q'] }] }],
    ["a party's side", { sides: [{ id: 'n', name: 'North', partyIds: ['q'] }] }],
  ])('%s changes it', (_name, change) => {
    expect(isStale(fingerprint(base), fingerprint({ ...base, ...change }))).toBe(true)
  })

  test.each<[string, Partial<FingerprintInput>]>([
    ['the order of evidence', { evidence: [c, b, a] }],
    ['the order of lineage', { lineage: [far, near] }],
    ['withdrawn evidence', { evidence: [a, b] }],
    ['a copy elsewhere', { lineage: [near] }],
    ['a quotation', { lineage: [near, far, { ...near, toSourceId: 's6', kind: 'quotes' }] }],
    ['a suggestion', { lineage: [near, far, { ...near, toSourceId: 's6', state: 'suggested' }] }],
    ["a side's name", { sides: [{ id: 'n', name: 'The North', partyIds: ['p', 'q'] }] }],
    ['a party of no origin here', { sides: [{ id: 'n', name: 'North', partyIds: ['p', 'q', 'r'] }] }],
  ])('%s does not', (_name, change) => {
    expect(fingerprint({ ...base, ...change })).toBe(fingerprint(base))
  })

  test('is SHA-256 in hex', () => expect(fingerprint(base)).toMatch(/^[0-9a-f]{64}$/))
})

test('dissent is what differs from the finding, in no order of casting', () => {
  const written = [
    { level: 'improbable' as const, isSuspended: false, reason: 'The picture is old.', isReasonPublic: true },
    { level: 'probable' as const, isSuspended: false, reason: 'Fits.', isReasonPublic: false },
    { level: 'possible' as const, isSuspended: false, reason: ' ', isReasonPublic: true },
    { level: null, isSuspended: false, reason: 'I know him.', isReasonPublic: true },
    { level: 'confirmed' as const, isSuspended: true, reason: 'Seen it.', isReasonPublic: true },
    { level: 'confirmed' as const, isSuspended: false, reason: 'Two origins.', isReasonPublic: false },
  ]
  expect(dissent('probable', written).map((each) => each.reason)).toEqual(['Two origins.', 'The picture is old.'])
  expect(reasonsOf(written.toReversed())).toEqual(reasonsOf(written))
  expect(reasonsOf(written).map((each) => each.level)).toEqual(['confirmed', 'probable', 'improbable'])
  // Of one level, by their words: who is first in the table is first in every round, and would be known by it.
  const alike = ['Zero.', 'Also.', 'Between.'].map((reason) => ({ ...written[0], level: 'probable' as const, reason }))
  const told = reasonsOf(alike.map((each) => ({ isSuspended: false, isReasonPublic: true, ...each })))
  expect(told.map(({ reason }) => reason)).toEqual(['Also.', 'Between.', 'Zero.'])
})
