import type { PublicPlace } from '../snapshot-schema'
import type { Precision } from '../words'

/** What a map says of a place, without any geography. Kilometres; degrees of WGS 84. */
export type Locator = {
  precision: Precision
  centre: { latitude: number; longitude: number } | null
  /** Radius of the area that stands for the place; null: a country's own outline. */
  radius: number | null
  /** From the middle of the picture to its upper edge. */
  reach: number
}

const KM_PER_DEGREE = 111.195

/**
 * How far the place may lie from the published point. What no outline is known of is drawn as large as such a thing
 * usually is: a town, a district, a region.
 */
const RADIUS: Readonly<Record<Precision, number>> = {
  exact: 0.001,
  vicinity: 0.5,
  settlement: 5,
  district: 25,
  region: 100,
  country: 300,
}

const REACH: Readonly<Record<Precision, number>> = {
  exact: 380,
  vicinity: 380,
  settlement: 380,
  district: 380,
  region: 480,
  country: 900,
}

/** Degrees between two neighbouring values of what is published: a point is known to half of that. */
const STEP: Readonly<Record<Precision, number>> = {
  exact: 1e-5,
  vicinity: 1e-3,
  settlement: 1e-2,
  district: 0.1,
  region: 0.1,
  country: 1,
}

/**
 * The area that stands for a published place: it reaches as far as the precision says, and covers every point that the
 * published coordinates may have been rounded from. Nothing but the published place is read. Null where nothing can be drawn.
 */
export function locate(place: Pick<PublicPlace, 'precision' | 'latitude' | 'longitude'>): Locator | null {
  const { precision, latitude, longitude } = place
  const reach = REACH[precision]
  if (latitude === null || longitude === null)
    return precision === 'country' ? { precision, centre: null, radius: null, reach } : null
  const half = (STEP[precision] / 2) * KM_PER_DEGREE
  const rounded = Math.hypot(half, half * Math.cos((latitude * Math.PI) / 180))
  return { precision, centre: { latitude, longitude }, radius: Math.max(RADIUS[precision], rounded), reach }
}

/** Is the place known so exactly that a point may stand for it? */
export const isPoint = (precision: Precision): boolean => precision === 'exact' || precision === 'vicinity'

/** The longest round length (1, 2 or 5 with noughts) of at most `most` kilometres. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  return [5, 2, 1].map((digit) => digit * power).find((length) => length <= most) ?? power
}

/** A map as it is drawn: paths in the units of its box, whole numbers. Made on the server, which has the geography. */
export type LocatorMap = {
  width: number
  height: number
  land: string
  borders: string
  /** Meridians and parallels, as a sea chart has them: where there is no land in view to tell by. */
  grid: string
  /** The outline of the country, where the country is what is known. */
  outline: string | null
  area: { x: number; y: number; radius: number } | null
  /** ISO 3166 code, and the name where it has none. */
  countries: { code: string | null; name: string; x: number; y: number }[]
  scale: { kilometres: number; length: number }
  globe: { land: string; x: number; y: number } | null
}
