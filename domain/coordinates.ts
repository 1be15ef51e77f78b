export type Coordinates = { latitude: number; longitude: number }
export type ParsedCoordinates = { ok: true; coordinates: Coordinates } | { ok: false; message: string }

const NUMBER = String.raw`(\d{1,3}(?:\.\d{1,12})?)`
const ANGLE = String.raw`([+-])?${NUMBER}\s*°?\s*(?:${NUMBER}\s*'\s*(?:${NUMBER}\s*"\s*)?)?`
const BETWEEN = String.raw`\s*[,;\s]\s*`
/** Letters stand before both numbers, or behind them; never one of each, or "N 51 E 34" could be read in two ways. */
const BEFORE = new RegExp(String.raw`^([NSEW])\s*${ANGLE}${BETWEEN}([NSEW])\s*${ANGLE}$`, 'i')
const BEHIND = new RegExp(String.raw`^${ANGLE}([NSEW])?${BETWEEN}${ANGLE}([NSEW])?$`, 'i')

const EXAMPLE = 'Write latitude and longitude in degrees, such as 51.2, 34.3.'

type Part = { degrees: number; axis: 'latitude' | 'longitude' | null }

/**
 * A pair of coordinates as people paste them: decimal degrees, or degrees, minutes and seconds, with signs or
 * N, S, E, W. Latitude comes first unless the letters say otherwise. WGS 84, to seven decimals (a centimetre).
 */
export function parseCoordinates(typed: string): ParsedCoordinates {
  const tidy = typed.trim().replace(/[′’‘]/g, "'").replace(/[″”“]/g, '"').replace(/−/g, '-').replace(/º/g, '°')
  const before = BEFORE.exec(tidy)?.slice(1)
  const parts = before ?? BEHIND.exec(tidy)?.slice(1)
  if (parts === undefined) return { ok: false, message: `This is not a pair of coordinates. ${EXAMPLE}` }
  const [first, second] = [parts.slice(0, 5), parts.slice(5)].map((part) =>
    before === undefined ? partOf(part.slice(0, 4), part[4]) : partOf(part.slice(1), part[0]),
  )
  if (first == null || second == null) return { ok: false, message: `Minutes and seconds stay under 60. ${EXAMPLE}` }
  const isSwapped = first.axis === 'longitude' || second.axis === 'latitude'
  const clash = first.axis !== null && first.axis === second.axis
  if (clash) return { ok: false, message: `Both numbers are a ${first.axis}. ${EXAMPLE}` }
  const [latitude, longitude] = isSwapped ? [second.degrees, first.degrees] : [first.degrees, second.degrees]
  return onGlobe({ latitude, longitude })
}

function partOf([sign, degrees, minutes, seconds]: (string | undefined)[], named: string | undefined): Part | null {
  const small = [Number(minutes ?? 0), Number(seconds ?? 0)]
  if (small.some((value) => value >= 60)) return null
  const letter = named?.toUpperCase()
  const size = Number(degrees) + (small[0] ?? 0) / 60 + (small[1] ?? 0) / 3600
  const isNegative = (sign === '-') !== (letter === 'S' || letter === 'W')
  const rounded = Math.round(size * 1e7) / 1e7
  return {
    degrees: isNegative && rounded !== 0 ? -rounded : rounded,
    axis: letter === undefined ? null : letter === 'N' || letter === 'S' ? 'latitude' : 'longitude',
  }
}

/** Latitude −90 to 90, longitude −180 to 180 degrees. */
export function onGlobe(coordinates: Coordinates): ParsedCoordinates {
  const { latitude, longitude } = coordinates
  if (!(Math.abs(latitude) <= 90))
    return { ok: false, message: `A latitude of ${latitude} is off the globe; it goes from −90 to 90.` }
  if (!(Math.abs(longitude) <= 180))
    return { ok: false, message: `A longitude of ${longitude} is off the globe; it goes from −180 to 180.` }
  return { ok: true, coordinates }
}

/** As the field takes it back. */
export function writeCoordinates({ latitude, longitude }: Coordinates): string {
  return `${latitude}, ${longitude}`
}
