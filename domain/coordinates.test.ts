import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCoordinates, writeCoordinates } from './coordinates'

describe('coordinates as people paste them', () => {
  test.each([
    ['51.2, 34.3', 51.2, 34.3],
    ['51.2 34.3', 51.2, 34.3],
    ['51.2;34.3', 51.2, 34.3],
    ['-33.9, -70.65', -33.9, -70.65],
    ['−33.9, −70.65', -33.9, -70.65],
    ['51.2N, 34.3E', 51.2, 34.3],
    ['33.9° S 70.65° W', -33.9, -70.65],
    ['34.3E 51.2N', 51.2, 34.3],
    ['51°12′N 34°18′E', 51.2, 34.3],
    [`51° 12' 0" N, 34° 18' 0" E`, 51.2, 34.3],
    ['N 51.2 E 34.3', 51.2, 34.3],
    ['  90, 180 ', 90, 180],
  ])('%s', (typed, latitude, longitude) => {
    expect(parseCoordinates(typed)).toEqual({ ok: true, coordinates: { latitude, longitude } })
  })

  test.each([
    '',
    '51.2',
    'here',
    '91, 0',
    '0, 181',
    '0, -180.1',
    '51.2N, 34.3N',
    "51°70'N 34°18'E",
    '1, 2, 3',
    'NaN, 0',
    '1e3, 0',
  ])('refused: %s', (typed) => {
    const parsed = parseCoordinates(typed)
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.message).toMatch(/\w/)
  })

  test('what is written is read back', () => {
    const degrees = (most: number) =>
      fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((n) => (n === 0 ? 0 : n / 1e6))
    fc.assert(
      fc.property(degrees(90), degrees(180), (latitude, longitude) => {
        const coordinates = { latitude, longitude }
        fc.pre(!/e/.test(writeCoordinates(coordinates)))
        expect(parseCoordinates(writeCoordinates(coordinates))).toEqual({ ok: true, coordinates })
      }),
    )
  })
})
