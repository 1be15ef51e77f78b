import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { publicPlace } from '@/domain/snapshot'
import type { Precision } from '@/domain/words'
import { locatorMap } from './locator-map'

const place = (name: string, precision: Precision, latitude: number | null, longitude: number | null) =>
  publicPlace({
    precision,
    latitude,
    longitude,
    names: [{ name, language: null, script: null, romanisation: null, isMain: true }],
  })

describe('the map of a place', () => {
  test('is the same for all places that read alike, to the last byte', async () => {
    const map = await locatorMap(place('Krasnyi Brid', 'district', 50.449, 30.523))
    expect(map).toEqual(await locatorMap(place('Krasnyi Brid', 'district', 50.3801, 30.4502)))
    expect(map).not.toEqual(await locatorMap(place('Krasnyi Brid', 'district', 50.31, 30.523)))
  })

  test('draws an area, never a point, unless the spot is known; and none smaller than what is known', async () => {
    for (const precision of ['settlement', 'district', 'region', 'country'] as const) {
      const map = await locatorMap(place('Nowhere', precision, 50.449, 30.523))
      expect(map?.area?.radius).toBeGreaterThanOrEqual(7)
    }
    const region = await locatorMap(place('Nowhere', 'region', 50.449, 30.523))
    const perKm = (region?.scale.length ?? 0) / (region?.scale.kilometres ?? 1)
    expect((region?.area?.radius ?? 0) / perKm).toBeGreaterThan(98)
    expect((await locatorMap(place('Nowhere', 'exact', 50.449, 30.523)))?.area?.radius).toBeLessThan(5)
  })

  test.each(['Ukraine', 'Україна', 'Украина', 'أوكرانيا', 'UKRAINE'])('marks a whole country: %s', async (name) => {
    const map = await locatorMap(place(name, 'country', 49, 32))
    expect(map?.outline?.length).toBeGreaterThan(200)
    expect(map?.area).toBeNull()
    expect(map?.countries.map(({ code }) => code)).toContain('UA')
  })

  test('knows which countries are in view, across the antimeridian too', async () => {
    const codes = async (...of: Parameters<typeof place>) =>
      (await locatorMap(place(...of)))?.countries.map(({ code }) => code)
    expect(await codes('Nowhere', 'settlement', 51.28, 34.3)).toEqual(expect.arrayContaining(['UA', 'RU']))
    expect(await codes('Nowhere', 'settlement', -17.9, 179.99)).toEqual(['FJ'])
  })

  test('is nothing where no coordinates are published', async () => {
    expect(await locatorMap(null)).toBeNull()
    expect(await locatorMap(place('Nowhere', 'settlement', null, null))).toBeNull()
    expect(await locatorMap(place('No such country', 'country', null, null))).toBeNull()
  })

  test('costs a page little, wherever it lies', async () => {
    const spots = [
      place('Canada', 'country', 60, -95),
      place('Russia', 'country', 61, 105),
      place('X', 'country', 62, 10),
    ]
    for (const spot of spots) {
      const map = JSON.stringify(await locatorMap(spot))
      expect(brotliCompressSync(map).length).toBeLessThan(12_000)
      expect(map.match(/\d\.\d/g)).toBeNull()
    }
  })
})
