import { isPoint } from '@/domain/picture/locator'
import type { PlacesMap } from '@/domain/picture/places'

const LEAST = { point: 4, area: 7 }
const LARGEST = 11

type PlacesMapProps = {
  map: PlacesMap
  /** Where a place leads to. */
  href: (name: string) => string
  /** What is shown for a place that is pointed at. */
  label: (name: string, count: number) => string
}

/**
 * Where accounts are: a dot where the spot is known, a wide ring where only the surroundings are. The list of places
 * beside it says the same and has the same links, so the picture is left out for who cannot see it.
 */
export function PlacesMapPicture({ map, href, label }: PlacesMapProps) {
  const { width, height, land, borders, grid, places } = map
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      direction="ltr"
      className="h-auto w-full bg-map-sea"
    >
      {grid !== '' && <path d={grid} className="fill-none stroke-map-coast" strokeWidth={0.5} />}
      <path d={land} className="fill-map-land stroke-map-coast" strokeWidth={0.75} />
      <path d={borders} className="fill-none stroke-rule-strong" strokeDasharray="3 2" strokeWidth={0.75} />
      {places.toReversed().map(({ name, count, precision, x, y, radius }) => {
        const isDot = isPoint(precision)
        const drawn = Math.max(radius, isDot ? Math.min(LARGEST, LEAST.point + Math.sqrt(count) - 1) : LEAST.area)
        return (
          <a key={name} href={href(name)} tabIndex={-1} className="group">
            <title>{label(name, count)}</title>
            <circle cx={x} cy={y} r={Math.max(drawn, 10)} className="fill-transparent" />
            <circle
              cx={x}
              cy={y}
              r={drawn}
              className="fill-map-mark stroke-map-edge group-hover:fill-map-edge"
              fillOpacity={isDot ? 0.9 : 0.3}
              strokeDasharray={isDot ? undefined : '3 2'}
            />
          </a>
        )
      })}
    </svg>
  )
}
