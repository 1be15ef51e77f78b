import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publicPlace } from '../snapshot'
import { PRECISIONS, type Precision } from '../words'
import { isPoint, locate, roundLength } from './locator'

const KM_PER_DEGREE = 111.195
const names = [{ name: 'Krasnyi Brid', language: 'en', script: null, romanisation: null, isMain: true }]
const at = (precision: Precision, latitude: number | null, longitude: number | null) =>
  publicPlace({ names, precision, latitude, longitude })

const spot = fc.record({
  precision: fc.constantFrom(...PRECISIONS),
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
  longitude: fc.double({ min: -179.4, max: 179.4, noNaN: true }),
})

/** Kilometres on the sphere. */
function between(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const rad = Math.PI / 180
  const [dy, dx] = [((b.latitude - a.latitude) * rad) / 2, ((b.longitude - a.longitude) * rad) / 2]
  const h = Math.sin(dy) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dx) ** 2
  return (2 * Math.asin(Math.sqrt(h)) * 180 * KM_PER_DEGREE) / Math.PI
}

describe('the area that stands for a place', () => {
  test('holds every point that what is published may have been rounded from', () => {
    fc.assert(
      fc.property(spot, ({ precision, latitude, longitude }) => {
        const locator = locate(at(precision, latitude, longitude))
        expect(locator?.radius).not.toBeNull()
        if (locator?.centre == null || locator.radius === null) throw new Error('nothing to draw')
        expect(between(locator.centre, { latitude, longitude })).toBeLessThanOrEqual(locator.radius * 1.001)
      }),
    )
  })

  test('tells no more than what is published: places that read alike are drawn alike', () => {
    fc.assert(
      fc.property(spot, fc.double({ min: -0.4, max: 0.4, noNaN: true }), (true_, shift) => {
        const step = { exact: 1e-5, vicinity: 1e-3, settlement: 1e-2, district: 0.1, region: 0.1, country: 1 }
        const { precision, latitude, longitude } = true_
        const published = at(precision, latitude, longitude)
        const near = at(precision, (published.latitude ?? 0) + shift * step[precision], longitude)
        expect(near.latitude).toBe(published.latitude)
        expect(locate(near)).toEqual(locate(published))
      }),
    )
  })

  test('grows as less is known, and is a point for what is a point alone', () => {
    const radii = PRECISIONS.map((precision) => locate(at(precision, 50, 30))?.radius ?? 0)
    expect(radii).toEqual(radii.toSorted((a, b) => a - b))
    expect(PRECISIONS.filter(isPoint)).toEqual(['exact', 'vicinity'])
    expect(locate(at('district', 50, 30))?.radius).toBeGreaterThanOrEqual(20)
  })

  test('is nothing where no coordinates are published, but for a country, which has an outline', () => {
    expect(locate(at('settlement', null, null))).toBeNull()
    expect(locate(at('country', null, null))).toMatchObject({ centre: null, radius: null })
  })
})

test('a scale bar is a round length', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 20_000, noNaN: true }), (most) => {
      const length = roundLength(most)
      expect(length).toBeLessThanOrEqual(most)
      expect(length).toBeGreaterThan(most / 2.51)
    }),
  )
})
