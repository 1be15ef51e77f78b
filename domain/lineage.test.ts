import { expect, test } from 'vitest'
import { canDrawLineage } from './lineage'
import type { LineageEdge } from './origin'

const edge = (from: string, to: string, kind: LineageEdge['kind'] = 'reprint'): LineageEdge => ({
  fromSourceId: from,
  toSourceId: to,
  kind,
  state: 'confirmed',
})
const drawing = (drawn: LineageEdge, others: LineageEdge[]) => {
  const verdict = canDrawLineage(drawn, others)
  return verdict.allowed ? null : verdict.rule
}

test('nothing goes back to itself', () => {
  expect(drawing(edge('a', 'a'), [])).toBe('lineage.self')
  expect(drawing(edge('a', 'a', 'quotes'), [])).toBe('lineage.self')
})

test('copies run in no circle, near or far, confirmed or only suggested; what was rejected is no obstacle', () => {
  expect(drawing(edge('b', 'a'), [edge('a', 'b')])).toBe('lineage.circle')
  expect(drawing(edge('c', 'a'), [edge('a', 'b', 'scrape'), edge('b', 'c', 'translation')])).toBe('lineage.circle')
  expect(drawing(edge('b', 'a'), [{ ...edge('a', 'b'), state: 'suggested' }])).toBe('lineage.circle')
  expect(drawing(edge('b', 'a'), [{ ...edge('a', 'b'), state: 'rejected' }])).toBeNull()
  expect(drawing(edge('a', 'c'), [edge('a', 'b'), edge('b', 'c')])).toBeNull()
})

test('two articles may well quote each other, and a copy may be quoted by what it copies', () => {
  expect(drawing(edge('b', 'a', 'quotes'), [edge('a', 'b', 'quotes')])).toBeNull()
  expect(drawing(edge('b', 'a', 'quotes'), [edge('a', 'b')])).toBeNull()
  expect(drawing(edge('b', 'a'), [edge('a', 'b', 'quotes')])).toBeNull()
})
