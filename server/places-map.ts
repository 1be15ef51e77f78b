import { geoAzimuthalEqualArea, geoCentroid, geoDistance, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo'
import { locate } from '@/domain/picture/locator'
import type { PlacesMap } from '@/domain/picture/places'
import type { PublicPlace } from '@/domain/snapshot-schema'
import { gridAbout, nearBorders, nearLand, thinned, withoutSpecks } from './locator-map'
import { readAtlas } from './map/atlas'

const EARTH_KM = 6371
const WIDTH = 360
const HEIGHT = 240
/** From the middle to the upper edge: never less, so that one place is seen in its surroundings; beyond the other, the whole earth. */
const REACH = { least: 500, most: 5_000 }
const ROOM = 1.25
const GRAIN = 1.6

type Counted = Pick<PublicPlace, 'name' | 'latitude' | 'longitude' | 'precision'> & { count: number }

/** The map made last, with what it is of: every language and many renderings ask for the same. */
let made: { key: string; map: Promise<PlacesMap | null> } | undefined

/** Where the newest accounts are; null where no place has coordinates. */
export function placesMap(places: readonly Counted[]): Promise<PlacesMap | null> {
  const key = JSON.stringify(places)
  if (made?.key !== key) made = { key, map: draw(places) }
  return made.map
}

async function draw(places: readonly Counted[]): Promise<PlacesMap | null> {
  const located = places.flatMap((place) => {
    const locator = locate(place)
    return locator?.centre == null || locator.radius === null
      ? []
      : [
          {
            ...place,
            at: [locator.centre.longitude, locator.centre.latitude] as [number, number],
            radius: locator.radius,
          },
        ]
  })
  if (located.length === 0) return null
  const atlas = await readAtlas()
  const { projection, isWorld } = projectionOf(located.map(({ at }) => at))
  const path = geoPath(thinned(projection, GRAIN)).digits(0)
  const unitsPerKm = projection.scale() / EARTH_KM
  const land = withoutSpecks(path(isWorld ? allLand(atlas) : nearLand(projection, atlas)))
  const [longitude, latitude] = projection.invert?.([WIDTH / 2, HEIGHT / 2]) ?? [0, 0]
  return {
    width: WIDTH,
    height: HEIGHT,
    land,
    borders: isWorld ? '' : (path(nearBorders(projection, atlas)) ?? ''),
    grid: land === '' ? (path(gridAbout({ latitude, longitude })) ?? '') : '',
    places: located.flatMap(({ at, radius, name, count, precision }) => {
      const [x, y] = projection(at) ?? []
      if (x === undefined || y === undefined) return []
      return [{ name, count, precision, x: Math.round(x), y: Math.round(y), radius: Math.round(radius * unitsPerKm) }]
    }),
  }
}

const allLand = ({ land }: Awaited<ReturnType<typeof readAtlas>>) => ({
  type: 'MultiPolygon' as const,
  coordinates: land.map(({ rings }) => rings),
})

/** All of the places in view: from above the middle of them, or the whole earth where they lie too far apart. */
function projectionOf(points: readonly [number, number][]): { projection: GeoProjection; isWorld: boolean } {
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: [...points] })
  const farthest = Math.max(...points.map((point) => geoDistance(middle, point))) * EARTH_KM
  const reach = Math.max(REACH.least, farthest * ROOM)
  const extent: [[number, number], [number, number]] = [
    [0, 0],
    [WIDTH, HEIGHT],
  ]
  if (reach > REACH.most) {
    const projection = geoEqualEarth().fitExtent(extent, { type: 'Sphere' })
    return { projection: projection.clipExtent(extent), isWorld: true }
  }
  const projection = geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .translate([WIDTH / 2, HEIGHT / 2])
    .scale(HEIGHT / 2 / (2 * Math.sin(reach / EARTH_KM / 2)))
  return { projection: projection.precision(0.5).clipExtent(extent), isWorld: false }
}
