import { expect, test } from 'vitest'
import { pathOf } from './going'

test('on the way is who goes to another page of this site', () => {
  const here = 'https://assay.example/desk?status=draft#incidents'
  expect(pathOf('/desk/reviews', here)).toBe('/desk/reviews')
  expect(pathOf('/desk?status=published', here)).toBe('/desk?status=published')
  expect(pathOf('?status=published', here)).toBe('/desk?status=published')
  for (const address of ['#main', here, '/desk?status=draft', 'https://elsewhere.example/desk', 'mailto:a@b.example'])
    expect([address, pathOf(address, here)]).toEqual([address, null])
})
