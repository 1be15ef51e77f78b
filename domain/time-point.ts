import edtf from 'edtf'

/**
 * The part of EDTF level 1 (ISO 8601-2:2019) that the desk uses: days, months, years, seasons and decades from the
 * year 1000 to 9999, each approximate (~), uncertain (?) or both (%), and intervals of the first three, open or not.
 */
export type Point = {
  /** A decade's first year, where `unit` is `decade`. */
  year: number
  unit: 'day' | 'month' | 'year' | 'season' | 'decade'
  /** 1–12; 21 spring, 22 summer, 23 autumn, 24 winter for a season; 0 for a year or decade. */
  month: number
  /** 1–31; 0 where the unit is no day. */
  day: number
  isApproximate: boolean
  isUncertain: boolean
}

export type When = { kind: 'point'; point: Point } | { kind: 'interval'; from: Point | null; to: Point | null }

/** A refusal in words, for the field. */
export type Problem = { ok: false; message: string }
export type Result<Value> = { ok: true; value: Value } | Problem

export const problem = (message: string): Problem => ({ ok: false, message })
export const found = <Value>(value: Value): Result<Value> => ({ ok: true, value })

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
const FIRST_SEASON = 21

export const UNIT_HINT = 'Try “14 March 2024”, “March 2024”, “about June 2023” or “22–23 May 2023”.'

const pad = (value: number, length: number) => String(value).padStart(length, '0')

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A point from its parts, impossible ones refused; `month` may be a season's number, and 0 stands for none. */
export function pointOf(year: number, month = 0, day = 0): Result<Point> {
  const plain = { year, month, day, isApproximate: false, isUncertain: false }
  if (year < 1000 || year > 9999) return problem('The year needs four digits, from 1000 to 9999.')
  if (month === 0) return found({ ...plain, unit: 'year' })
  if (month >= FIRST_SEASON && month < FIRST_SEASON + SEASONS.length && day === 0)
    return found({ ...plain, unit: 'season' })
  const name = MONTHS[month - 1]
  if (name === undefined) return problem('The months are 1 to 12.')
  if (day === 0) return found({ ...plain, unit: 'month' })
  const days = daysIn(year, month)
  if (day > 31) return problem(`${name} ${year} has the days 1 to ${days}.`)
  if (day > days) return problem(`There is no ${day} ${name} ${year}: ${name} ${year} has ${days} days.`)
  return found({ ...plain, unit: 'day' })
}

export function seasonOf(year: number, name: string): Result<Point> {
  const index = SEASONS.findIndex((season) => season === (name === 'fall' ? 'autumn' : name))
  return pointOf(year, FIRST_SEASON + index)
}

export function decadeOf(year: number): Result<Point> {
  const point = pointOf(year)
  return point.ok ? found({ ...point.value, unit: 'decade' }) : point
}

export function seasonName(point: Point): string {
  return SEASONS[point.month - FIRST_SEASON] ?? 'spring'
}

function qualifierOf(point: Point): string {
  if (point.isApproximate) return point.isUncertain ? '%' : '~'
  return point.isUncertain ? '?' : ''
}

function pointToEdtf(point: Point): string {
  const year = point.unit === 'decade' ? `${Math.floor(point.year / 10)}X` : pad(point.year, 4)
  const month = point.month === 0 ? '' : `-${pad(point.month, 2)}`
  const day = point.day === 0 ? '' : `-${pad(point.day, 2)}`
  return year + month + day + qualifierOf(point)
}

export function toEdtf(when: When): string {
  if (when.kind === 'point') return pointToEdtf(when.point)
  return [when.from, when.to].map((end) => (end === null ? '..' : pointToEdtf(end))).join('/')
}

function readPoint(text: string): Result<Point> {
  const decade = /^(\d{3})X([?~%]?)$/i.exec(text)
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?([?~%]?)$/.exec(text)
  const point = decade
    ? decadeOf(Number(decade[1]) * 10)
    : parts
      ? pointOf(Number(parts[1]), readPart(parts[2]), readPart(parts[3]))
      : problem(`This form of date is not understood. ${UNIT_HINT}`)
  if (!point.ok) return point
  const mark = decade?.[2] ?? parts?.[4] ?? ''
  return found({
    ...point.value,
    isApproximate: mark === '~' || mark === '%',
    isUncertain: mark === '?' || mark === '%',
  })
}

/** "00" is no month or day, and must not read as "none". */
function readPart(digits: string | undefined): number {
  if (digits === undefined) return 0
  return Number(digits) === 0 ? 99 : Number(digits)
}

/** Reads EDTF itself, one-digit months and days let pass. Never throws. */
export function readEdtf(text: string): Result<When> {
  const [first = '', second, ...more] = text.split('/')
  if (second === undefined) {
    const point = readPoint(first)
    return point.ok ? pointWhen(point.value) : point
  }
  if (more.length > 0) return problem(`This form of date is not understood. ${UNIT_HINT}`)
  const from = readEnd(first)
  if (!from.ok) return from
  const to = readEnd(second)
  return to.ok ? intervalOf(from.value, to.value) : to
}

function readEnd(text: string): Result<Point | null> {
  return text === '' || text === '..' ? found(null) : readPoint(text)
}

/** An interval, either end open, or the one point that both ends are; refused where both are, where it runs backwards, or for seasons and decades. */
export function intervalOf(from: Point | null, to: Point | null): Result<When> {
  if (from === null && to === null) return problem('At least one end of the period must be known.')
  if ([from, to].some((end) => end?.unit === 'season' || end?.unit === 'decade'))
    return problem('A period runs between days, months or years.')
  if (from !== null && to !== null && pointToEdtf(from) === pointToEdtf(to)) return pointWhen(to)
  if (from !== null && to !== null && firstDay(from) >= firstDay(to))
    return problem('A period must end after it starts. Write the year at both ends where they differ.')
  return checked({ kind: 'interval', from, to })
}

/** A point with its marks, refused where EDTF knows none for its unit. */
export function pointWhen(point: Point): Result<When> {
  if ((point.unit === 'season' || point.unit === 'decade') && qualifierOf(point) !== '')
    return problem('A season or decade can be neither approximate nor uncertain. Name months or years instead.')
  return checked({ kind: 'point', point })
}

/** The library has the last word on what is EDTF. */
function checked(when: When): Result<When> {
  try {
    edtf(toEdtf(when))
    return found(when)
  } catch {
    return problem(`This is not a possible date or period. ${UNIT_HINT}`)
  }
}

/** ISO date of a point's first day. A season counts as its whole year, for its months depend on the hemisphere. */
export function firstDay(point: Point): string {
  const month = point.unit === 'day' || point.unit === 'month' ? point.month : 1
  return `${pad(point.year, 4)}-${pad(month, 2)}-${pad(point.day || 1, 2)}`
}

/** ISO date of a point's last day; as for `firstDay`. */
export function lastDay(point: Point): string {
  if (point.unit === 'day') return firstDay(point)
  if (point.unit === 'month') return `${pad(point.year, 4)}-${pad(point.month, 2)}-${daysIn(point.year, point.month)}`
  return `${pad(point.unit === 'decade' ? point.year + 9 : point.year, 4)}-12-31`
}

/** The same unit `step` before or after: the day, month or year next to it. Null for other units. */
export function neighbour(point: Point, step: 1 | -1): Point | null {
  if (point.unit === 'season' || point.unit === 'decade') return null
  const date =
    point.unit === 'day'
      ? new Date(Date.UTC(point.year, point.month - 1, point.day + step))
      : point.unit === 'month'
        ? new Date(Date.UTC(point.year, point.month - 1 + step, 1))
        : new Date(Date.UTC(point.year + step, 0, 1))
  return {
    ...point,
    year: date.getUTCFullYear(),
    month: point.month === 0 ? 0 : date.getUTCMonth() + 1,
    day: point.day === 0 ? 0 : date.getUTCDate(),
  }
}
