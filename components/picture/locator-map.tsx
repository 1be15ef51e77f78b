import type { LocatorMap } from '@/domain/picture/locator'

type LocatorMapProps = {
  map: LocatorMap
  title: string
  description: string
  /** For the names of countries, and how a length is said. */
  locale: string
  length: string
}

/** Where it lies: an area as large as what is known of the place, the land and borders about it, and where on the globe. */
export function LocatorMapPicture({ map, title, description, locale, length }: LocatorMapProps) {
  const { width, height, area, scale, globe } = map
  const bottom = height - 14
  return (
    <svg
      role="img"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}

      className="picture h-auto w-full bg-map-sea"
    >
      <title>{title}</title>
      <desc>{description}</desc>
      <rect width={width} height={height} className="fill-map-sea" />
      {map.grid !== '' && <path d={map.grid} className="fill-none stroke-map-coast" strokeWidth={0.5} />}
      <path d={map.land} className="fill-map-land stroke-map-coast" strokeWidth={0.75} />
      <path d={map.borders} className="fill-none stroke-rule-strong" strokeDasharray="4 2.5" />
      {map.outline !== null && <path d={map.outline} className="fill-map-mark stroke-map-edge" fillOpacity={0.3} />}
      {countryNames(map, locale).map(({ name, x, y }) => (
        <text
          key={`${x} ${y}`}
          x={x}
          y={y}
          textAnchor="middle"
          className="fill-ink-muted font-sans text-[15px] [unicode-bidi:plaintext]"
        >
          {name}
        </text>
      ))}
      {area !== null && (
        <>
          <circle
            cx={area.x}
            cy={area.y}
            r={area.radius}
            className="fill-map-mark"
            fillOpacity={area.radius > 5 ? 0.4 : 1}
          />
          <circle cx={area.x} cy={area.y} r={area.radius} className="fill-none stroke-map-edge" strokeWidth={1.5} />
        </>
      )}
      <path d={`M14 ${bottom - 4}v4h${scale.length}v-4`} className="fill-none stroke-ink" />
      <text x={14} y={bottom - 9} className="fill-ink font-sans text-[13px]">
        {length}
      </text>
      {globe !== null && <Globe {...globe} x0={width - 96} mark={{ x: globe.x, y: globe.y }} />}
    </svg>
  )
}

function Globe({ land, x0, mark }: { land: string; x0: number; mark: { x: number; y: number } }) {
  return (
    <g transform={`translate(${x0} 8)`}>
      <circle cx={44} cy={44} r={43.5} className="fill-map-sea stroke-rule-strong" />
      <path d={land} className="fill-map-coast" />
      <circle cx={mark.x} cy={mark.y} r={4.5} className="fill-map-mark stroke-map-sea" />
    </g>
  )
}

/** In the reader's language, where the country has a code. */
export function countryNames({ countries }: LocatorMap, locale: string) {
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  return countries.map(({ code, name, x, y }) => ({ name: code === null ? name : (regions.of(code) ?? name), x, y }))
}
