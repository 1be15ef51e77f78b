import { expect, test } from 'vitest'
import { canMerge, MERGE_INCIDENTS_MOST, originInputMerged } from './merge'
import { independentOrigins, type OriginInput } from './origin'

const merge = { isItself: false, incidents: 1, names: 2, namesMost: 20, opposed: [] }
const opposed = [{ title: 'A raid', side: 'Kyiv', intoSide: 'Moscow' }]

test.each([
  ['as a rule', {}, null],
  ['into itself', { isItself: true }, 'merge.itself'],
  ['of two that face each other', { opposed }, 'merge.sides'],
  ['with as many names as there can be', { names: 20 }, null],
  ['with more names than there can be', { names: 21 }, 'merge.names'],
  ['in as many incidents as one merge changes', { incidents: MERGE_INCIDENTS_MOST }, null],
  ['in more incidents than one merge changes', { incidents: MERGE_INCIDENTS_MOST + 1 }, 'merge.incidents'],
])('a merge %s', (_, part, rule) => {
  const verdict = canMerge({ ...merge, ...part })
  expect(verdict.allowed ? null : verdict.rule).toBe(rule)
})

/** Two pieces of own reporting, the second in a copy of an article of which nothing else is known. */
const own = (id: string, outletId: string, partyId: string) => ({
  id,
  stance: 'supports' as const,
  isWithdrawn: false,
  sourceId: `source ${id}`,
  outletId,
  origin: { id: `origin ${id}`, partyId },
})

test('what rule 3 reads of a party is read of the one that it becomes: as origin, as outlet and on its side', () => {
  const input: OriginInput = {
    evidence: [own('1', 'Courier', 'Courier'), own('2', 'The Courier', 'The Courier')],
    lineage: [],
    sides: [{ id: 'north', name: 'North', partyIds: ['The Courier', 'Courier'] }],
    sources: [{ id: 'original', outletId: 'The Courier' }],
  }
  const merged = originInputMerged(input, 'The Courier', 'Courier')
  expect(merged.evidence.map(({ outletId, origin }) => [outletId, origin?.partyId])).toEqual([
    ['Courier', 'Courier'],
    ['Courier', 'Courier'],
  ])
  expect(merged.sides.map(({ partyIds }) => partyIds)).toEqual([['Courier']])
  expect(merged.sources).toEqual([{ id: 'original', outletId: 'Courier' }])
  expect(independentOrigins({ ...input, sides: [] }).count).toBe(2)
  expect(independentOrigins({ ...merged, sides: [] }).count).toBe(1)
})
