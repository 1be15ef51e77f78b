import {
  geoAzimuthalEqualArea,
  geoCentroid,
  geoGraticule,
  geoOrthographic,
  geoPath,
  type GeoProjection,
  type GeoStream,
} from 'd3-geo'
import type { MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { LANGUAGES, LOCALE } from '@/domain/language'
import { isPoint, locate, roundLength, type Locator, type LocatorMap } from '@/domain/picture/locator'
import type { PublicPlace } from '@/domain/snapshot-schema'
import { readAtlas, type Atlas, type Country } from './map/atlas'

const EARTH_KM = 6371
const WIDTH = 480
const HEIGHT = 320
const GLOBE = 88
/** Points that lie nearer to the last one drawn than this, in units of the picture, are left out. */
const GRAIN = 1.6
/** Smaller than this no area can be seen; it is drawn larger than it is, never smaller. */
const LEAST_RADIUS = { point: 4, area: 7 }
const MOST_NAMES = 7

/** Maps made last: a page is rendered anew after each change of anything, and its place seldom changes. */
const made = new Map<string, LocatorMap | null>()
const MOST_MADE = 400

/** The map of a published place, from nothing but what is published of it; null where there is nothing to draw. */
export async function locatorMap(place: PublicPlace | null): Promise<LocatorMap | null> {
  const locator = place === null ? null : locate(place)
  if (place === null || locator === null) return null
  const key = JSON.stringify([locator, locator.precision === 'country' ? [place.name, place.names] : null])
  const known = made.get(key)
  const map = known === undefined ? await mapOf(place, locator) : known
  made.delete(key)
  made.set(key, map)
  const [oldest] = made.keys()
  if (made.size > MOST_MADE && oldest !== undefined) made.delete(oldest)
  return map
}

async function mapOf(place: PublicPlace, locator: Locator): Promise<LocatorMap | null> {
  const atlas = await readAtlas()
  const country = locator.precision === 'country' ? countryNamed(place, atlas) : null
  if (locator.centre === null && country === null) return null
  return draw({ locator, country, atlas })
}

/** The country that bears one of the place's names in one of the languages of the public pages. */
function countryNamed(place: PublicPlace, { countries }: Atlas): Country | null {
  const names = new Set([place.name, ...place.names.map(({ name }) => name)].map((name) => name.toLowerCase()))
  const regions = LANGUAGES.map((language) => new Intl.DisplayNames(LOCALE[language], { type: 'region' }))
  const isNamed = ({ code, name }: Country) =>
    names.has(name.toLowerCase()) ||
    (code !== null && regions.some((region) => names.has(region.of(code)?.toLowerCase() ?? '')))
  return countries.find(isNamed) ?? null
}

type Scene = { locator: Locator; country: Country | null; atlas: Atlas }

function draw({ locator, country, atlas }: Scene): LocatorMap {
  const main = country === null ? null : mainlandOf(country)
  const centre = main === null ? (locator.centre ?? { latitude: 0, longitude: 0 }) : middleOf(main)
  const projection = projectionAt(centre, locator.reach, main)
  // The wider the view, the more there is in it, and the less of each can be seen.
  const grain = EARTH_KM / projection.scale() > 5 ? 2 * GRAIN : GRAIN
  const path = geoPath(thinned(projection, grain)).digits(0)
  const unitsPerKm = projection.scale() / EARTH_KM
  const kilometres = roundLength(WIDTH / 4 / unitsPerKm)
  const radius = country === null ? locator.radius : null
  const land = withoutSpecks(path(nearLand(projection, atlas)))
  return {
    width: WIDTH,
    height: HEIGHT,
    land,
    borders: path(nearBorders(projection, atlas)) ?? '',
    grid: land === '' ? (path(gridAbout(centre)) ?? '') : '',
    outline: country === null ? null : withoutSpecks(path(country.shape)),
    area:
      radius === null
        ? null
        : {
            x: WIDTH / 2,
            y: HEIGHT / 2,
            radius: Math.max(
              LEAST_RADIUS[isPoint(locator.precision) ? 'point' : 'area'],
              Math.round(radius * unitsPerKm),
            ),
          },
    countries: namesIn(projection, atlas, country),
    scale: { kilometres, length: Math.round(kilometres * unitsPerKm) },
    globe: globeAt(centre, atlas),
  }
}

/** Every second degree about a place; the poles have none. */
export function gridAbout({ latitude, longitude }: Centre): MultiLineString {
  const [x, y] = [Math.round(longitude / 2) * 2, Math.max(-78, Math.min(78, Math.round(latitude / 2) * 2))]
  return geoGraticule()
    .step([2, 2])
    .extent([
      [x - 20, y - 10],
      [x + 20.01, y + 10.01],
    ])()
}

/** Rings of which thinning left a speck. What is nothing but specks is kept. */
export function withoutSpecks(drawn: string | null): string {
  const rings = (drawn ?? '').split(/(?=M)/)
  const seen = rings.filter((ring) => ring.split('L').length > 3)
  return (seen.length > 0 ? seen : rings).join('')
}

export const nearLand = (projection: GeoProjection, { land }: Atlas): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: land.filter(({ box }) => isNear(projection, box)).map(({ rings }) => rings),
})

export const nearBorders = (projection: GeoProjection, { borders }: Atlas): MultiLineString => ({
  type: 'MultiLineString',
  coordinates: borders.filter(({ box }) => isNear(projection, box)).map(({ line }) => line),
})

type Centre = { latitude: number; longitude: number }

function projectionAt({ latitude, longitude }: Centre, reach: number, fit: Polygon | null): GeoProjection {
  const projection = geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .translate([WIDTH / 2, HEIGHT / 2])
    .precision(0)
  const edge = 2 * Math.sin(reach / EARTH_KM / 2)
  if (fit === null) projection.scale(HEIGHT / 2 / edge)
  else {
    const room = 32
    projection.fitExtent(
      [
        [room, room],
        [WIDTH - room, HEIGHT - room],
      ],
      fit,
    )
    projection.scale(Math.min(projection.scale(), HEIGHT / 2 / (2 * Math.sin(150 / EARTH_KM / 2))))
  }
  return projection.clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ])
}

/** The largest part of a country, by points: what lies oceans away does not widen the picture. */
function mainlandOf({ shape }: Country): Polygon {
  const largest = shape.coordinates.reduce((one, other) =>
    (other[0]?.length ?? 0) > (one[0]?.length ?? 0) ? other : one,
  )
  return { type: 'Polygon', coordinates: largest }
}

function middleOf(shape: Polygon): Centre {
  const [longitude, latitude] = geoCentroid(shape)
  return { latitude, longitude }
}

/** Lines without the points that nobody can tell apart. Ends stay, so that what met still meets. */
export function thinned(projection: { stream: (to: GeoStream) => GeoStream }, grain: number) {
  return {
    stream: (to: GeoStream) => {
      let last: [number, number] | null = null
      let left: [number, number] | null = null
      const thin: GeoStream = {
        point(x, y) {
          left = null
          if (last !== null && Math.hypot(x - last[0], y - last[1]) < grain) left = [x, y]
          else {
            last = [x, y]
            to.point(x, y)
          }
        },
        lineStart() {
          last = null
          left = null
          to.lineStart()
        },
        lineEnd() {
          if (left !== null) to.point(left[0], left[1])
          to.lineEnd()
        },
        polygonStart: () => {
          to.polygonStart()
        },
        polygonEnd: () => {
          to.polygonEnd()
        },
        sphere: () => undefined,
      }
      return projection.stream(thin)
    },
  }
}

/** Names of the countries of which enough is seen, where most of it is seen; kept off the middle, where the place is. */
function namesIn(projection: GeoProjection, { countries }: Atlas, own: Country | null): LocatorMap['countries'] {
  const path = geoPath(projection)
  return countries
    .filter(({ box }) => isNear(projection, box))
    .map((country) => ({ country, area: path.area(country.shape) }))
    .filter(({ country, area }) => area > 0.02 * WIDTH * HEIGHT || country === own)
    .toSorted((a, b) => b.area - a.area)
    .slice(0, MOST_NAMES)
    .map(({ country: { code, name, shape } }) => {
      const [x, y] = path.centroid(shape)
      const half = Math.min(WIDTH / 2, 14 + name.length * 4)
      const at = clamp(x, half, WIDTH - half)
      const isUnderGlobe = at + half > WIDTH - GLOBE - 12 && y < GLOBE + 20
      const down = isUnderGlobe ? GLOBE + 28 : clamp(y, 20, HEIGHT - 34)
      return { code, name, x: Math.round(at), y: Math.round(offMiddle(at, down)) }
    })
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

function offMiddle(x: number, y: number): number {
  const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2]
  if (Math.abs(dx) > 110 || Math.abs(dy) > 44) return y
  return HEIGHT / 2 + (dy < 0 ? -52 : 60)
}

/** A first look by the box: could any of it be seen? What goes round the world is always looked at. */
function isNear(projection: GeoProjection, [west, south, east, north]: Country['box']): boolean {
  if (east - west > 180) return true
  const [turn, tilt] = projection.rotate()
  const seen = 2 * Math.asin(Math.min(1, Math.hypot(WIDTH, HEIGHT) / 2 / projection.scale() / 2)) * (180 / Math.PI)
  const wide = seen / Math.max(0.1, Math.cos((Math.min(85, Math.abs(tilt) + seen) * Math.PI) / 180))
  const from = Math.abs((((west + east) / 2 + turn + 540) % 360) - 180)
  return -tilt + seen >= south && -tilt - seen <= north && from <= wide + (east - west) / 2
}

/** Where in the world: half a globe, the place in its middle, turned so that the poles stay up and down. */
function globeAt({ latitude, longitude }: Centre, { land }: Atlas): LocatorMap['globe'] {
  const tilt = clamp(latitude, -40, 40)
  const projection = geoOrthographic()
    .rotate([-longitude, -tilt])
    .translate([GLOBE / 2, GLOBE / 2])
    .scale(GLOBE / 2 - 1)
    .clipAngle(90)
    .precision(0)
  const big: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: land.flatMap(({ rings }) => ((rings[0]?.length ?? 0) > 60 ? [rings] : [])),
  }
  const [x, y] = projection([longitude, latitude]) ?? [GLOBE / 2, GLOBE / 2]
  return { land: withoutSpecks(geoPath(thinned(projection, 2.2)).digits(0)(big)), x: Math.round(x), y: Math.round(y) }
}
