import {
  decadeOf,
  found,
  intervalOf,
  MONTHS,
  neighbour,
  pointOf,
  pointWhen,
  problem,
  readEdtf,
  SEASONS,
  seasonOf,
  UNIT_HINT,
  type Point,
  type Result,
  type When,
} from './time-point'

/** Reads dates as people type them in English; what reaches it is one line, lower case, dashes made alike. */
type Marks = { isApproximate: boolean; isUncertain: boolean }

const ABOUT = /^(?:about|around|circa|ca\.?|c\.|approximately|approx\.?|roughly|~)\s*/
const PERHAPS = /^(?:possibly|perhaps|maybe|probably|likely)\s+/
const UNSURE = /\s*(?:\?|\((?:uncertain|\?)\))$/
const ABOUT_BEHIND = /\s*~$/
const BOTH_BEHIND = /\s*%$/

function takeMarks(text: string): { rest: string; marks: Marks } {
  const marks = { isApproximate: false, isUncertain: false }
  let rest = text
  for (;;) {
    const before = rest
    if (ABOUT.test(rest) || ABOUT_BEHIND.test(rest) || BOTH_BEHIND.test(rest)) marks.isApproximate = true
    if (PERHAPS.test(rest) || UNSURE.test(rest) || BOTH_BEHIND.test(rest)) marks.isUncertain = true
    rest = [ABOUT, PERHAPS, UNSURE, ABOUT_BEHIND, BOTH_BEHIND].reduce((left, mark) => left.replace(mark, ''), rest)
    rest = rest.replace(/^(?:on|in|during|the|night of)\s+/, '')
    if (rest === before) return { rest, marks }
  }
}

function withMarks(point: Point, marks: Marks): Point {
  return {
    ...point,
    isApproximate: point.isApproximate || marks.isApproximate,
    isUncertain: point.isUncertain || marks.isUncertain,
  }
}

/** Years and the rest of what a point may lack, taken from the other end of its period. */
type Context = { year?: number; month?: number }

function monthOf(name: string): number {
  const bare = name.replace(/\.$/, '')
  if (bare.length < 3) return 0
  const known = bare === 'sept' ? 'sep' : bare
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(known)) + 1
}

function namedMonth(name: string, then: (month: number) => Result<Point>): Result<Point> {
  const month = monthOf(name)
  return month === 0 ? problem(`“${name}” is not a month. ${UNIT_HINT}`) : then(month)
}

type Form = { pattern: RegExp; read: (groups: string[], context: Context) => Result<Point> }

const number = (digits: string | undefined) => Number(digits ?? '0')
/** A day that was written: "0" is none that exists. */
const dayOf = (digits: string | undefined) => (number(digits) === 0 ? 99 : number(digits))
const WHICH_YEAR = problem('Which year? Write it with four digits.')

const FORMS: readonly Form[] = [
  { pattern: /^(\d{4})$/, read: ([year]) => pointOf(number(year)) },
  { pattern: /^(\d{3})0s$/, read: ([decade]) => decadeOf(number(decade) * 10) },
  {
    pattern: /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/,
    read: ([year, month, day]) => pointOf(number(year), dayOf(month), day === undefined ? 0 : dayOf(day)),
  },
  {
    pattern: /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([\p{L}.]+?),? (\d{4})$/u,
    read: ([day, month = '', year]) => namedMonth(month, (value) => pointOf(number(year), value, dayOf(day))),
  },
  {
    pattern: /^([\p{L}.]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u,
    read: ([month = '', day, year]) => namedMonth(month, (value) => pointOf(number(year), value, dayOf(day))),
  },
  {
    pattern: /^(\d{4}) ([\p{L}.]+) (\d{1,2})$/u,
    read: ([year, month = '', day]) => namedMonth(month, (value) => pointOf(number(year), value, dayOf(day))),
  },
  {
    pattern: /^([\p{L}.]+?),?(?: of)? (\d{4})$/u,
    read: ([name = '', year]) =>
      SEASONS.some((season) => season === name) || name === 'fall'
        ? seasonOf(number(year), name)
        : namedMonth(name, (value) => pointOf(number(year), value)),
  },
  {
    pattern: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/,
    read: ([day, month, year]) => pointOf(number(year), dayOf(month), dayOf(day)),
  },
  {
    pattern: /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/,
    read: ([a, b, year]) => readSlashed(dayOf(a), dayOf(b), number(year)),
  },
  {
    pattern: /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([\p{L}.]+)$/u,
    read: ([day, name = ''], { year }) =>
      namedMonth(name, (value) => (year === undefined ? WHICH_YEAR : pointOf(year, value, dayOf(day)))),
  },
  {
    pattern: /^([\p{L}.]+) (\d{1,2})(?:st|nd|rd|th)?$/u,
    read: ([name = '', day], { year }) =>
      namedMonth(name, (value) => (year === undefined ? WHICH_YEAR : pointOf(year, value, dayOf(day)))),
  },
  {
    pattern: /^(\d{1,2})(?:st|nd|rd|th)?$/,
    read: ([day], { year, month }) =>
      year === undefined || !month ? problem(`Which month and year? ${UNIT_HINT}`) : pointOf(year, month, dayOf(day)),
  },
  {
    pattern: /^(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/,
    read: ([day, year], { month }) =>
      month ? pointOf(number(year), month, dayOf(day)) : problem(`Which month? ${UNIT_HINT}`),
  },
  {
    pattern: /^([\p{L}.]+)$/u,
    read: ([name = ''], { year }) =>
      namedMonth(name, (value) => (year === undefined ? WHICH_YEAR : pointOf(year, value))),
  },
]

function readSlashed(a: number, b: number, year: number): Result<Point> {
  if (a === b || (a > 12 && b <= 12)) return pointOf(year, b, a)
  if (b > 12 && a <= 12) return pointOf(year, a, b)
  const [first, second] = [MONTHS[a - 1], MONTHS[b - 1]]
  if (first === undefined || second === undefined) return problem(`There is no such date. ${UNIT_HINT}`)
  return problem(`Is that ${a} ${second} or ${b} ${first}? Write the month as a word.`)
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const WEEKDAY = /^(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\.?,?\s+(?=\S)/

function checkWeekday(name: string, point: Point): Result<Point> {
  if (point.unit !== 'day') return found(point)
  const actual = WEEKDAYS[new Date(Date.UTC(point.year, point.month - 1, point.day)).getUTCDay()] ?? ''
  if (actual.toLowerCase().startsWith(name.slice(0, 3))) return found(point)
  return problem(`${point.day} ${MONTHS[point.month - 1] ?? ''} ${point.year} was a ${actual}.`)
}

function readPoint(text: string, context: Context = {}): Result<Point> {
  const { rest, marks } = takeMarks(text)
  const weekday = WEEKDAY.exec(rest)?.[1]
  const bare = rest.replace(WEEKDAY, '')
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(bare)
    if (!match) continue
    const point = read(match.slice(1), context)
    if (!point.ok) return point
    const dated = weekday === undefined ? point : checkWeekday(weekday, point.value)
    return dated.ok ? found(withMarks(dated.value, marks)) : dated
  }
  return problem(`“${bare}” is not understood as a date. ${UNIT_HINT}`)
}

/** The later end first, for it says what the earlier leaves out; "March 14–15, 2024" is the other way round. */
function readPeriod(first: string, second: string, marks: Marks): Result<When> {
  const headless = /^\d{1,2}(?:st|nd|rd|th)?,? \d{4}/.test(second)
  const year = /(\d{4})\D*$/.exec(second)?.[1]
  const early = headless && year ? readPoint(first, { year: Number(year) }) : null
  const to = readPoint(second, early?.ok ? { month: early.value.month } : {})
  if (!to.ok) return to
  const from = early ?? readPoint(first, { year: to.value.year, month: to.value.month })
  return from.ok ? intervalOf(withMarks(from.value, marks), withMarks(to.value, marks)) : from
}

const NO_MARKS: Marks = { isApproximate: false, isUncertain: false }
const OPEN_FORMS: readonly { pattern: RegExp; end: 'from' | 'to'; shift: -1 | 0 | 1 }[] = [
  { pattern: /^(?:before|prior to|earlier than) (.+)$/, end: 'to', shift: -1 },
  { pattern: /^(?:after|later than) (.+)$/, end: 'from', shift: 1 },
  { pattern: /^(?:by|until|till|up to|no later than|not after|on or before) (.+)$/, end: 'to', shift: 0 },
  { pattern: /^(?:since|from|starting|on or after|no earlier than|not before) (.+)$/, end: 'from', shift: 0 },
  { pattern: /^(.+) or (?:earlier|before)$/, end: 'to', shift: 0 },
  { pattern: /^(.+) (?:or (?:later|after)|onwards?)$/, end: 'from', shift: 0 },
]

function readOpen(text: string, marks: Marks): Result<When> | null {
  for (const { pattern, end, shift } of OPEN_FORMS) {
    const inner = pattern.exec(text)?.[1]
    if (inner === undefined) continue
    const point = readPoint(inner)
    if (!point.ok) return point
    const marked = withMarks(point.value, marks)
    const isExact = !marked.isApproximate && !marked.isUncertain
    // "Before 14 March" ends with the 13th; "before about June" cannot be as exact.
    const edge = shift !== 0 && isExact ? (neighbour(marked, shift) ?? marked) : marked
    return end === 'from' ? intervalOf(edge, null) : intervalOf(null, edge)
  }
  return null
}

/** Dates in words. `text` is one line in lower case. Never throws. */
export function readWords(text: string): Result<When> {
  if (/^(?:today|yesterday|tomorrow|last |this |now)/.test(text)) return problem(`Write the date itself. ${UNIT_HINT}`)
  if (/\b(?:early|mid|late|beginning of|end of)\b/.test(text.replace(/mid-/, 'mid ')))
    return problem('“Early”, “mid” and “late” have no exact bounds. Try “January – April 2024” or “about 2024”.')
  if (/\d\d?:\d\d|\d ?[ap]m\b/.test(text)) return problem('Give the day alone; the hour belongs in the text.')
  const fromTo = /^(?:from (.+?) (?:to|until|till|through) (.+)|between (.+?) and (.+))$/.exec(text)
  if (fromTo) return readPeriod(fromTo[1] ?? fromTo[3] ?? '', fromTo[2] ?? fromTo[4] ?? '', NO_MARKS)
  const { rest, marks } = takeMarks(text)
  const open = readOpen(rest, marks)
  if (open) return open
  const parts = splitPeriod(rest)
  if (parts) return readPeriod(parts[0], parts[1], marks)
  const point = readPoint(rest)
  return point.ok ? pointWhen(withMarks(point.value, marks)) : point
}

function splitPeriod(text: string): [string, string] | null {
  const isIso = /^\d{4}[-–]\d{1,2}(?:[-–]\d{1,2})?$/.test(text)
  const match = isIso
    ? null
    : (/^(.+?)\s*–\s*(.+)$/.exec(text) ??
      /^(.+?)\s+(?:-+|to|until|till|through)\s+(.+)$/.exec(text) ??
      /^(\d{4})-(\d{4})$/.exec(text) ??
      /^(\d{1,2}(?:st|nd|rd|th)?)[-/](\d{1,2}(?:st|nd|rd|th)? \p{L}.*)$/u.exec(text) ??
      /^(\p{L}+ \d{1,2})-(\d{1,2},? \d{4})$/u.exec(text) ??
      /^(\p{L}+)[-/](\p{L}+ \d{4})$/u.exec(text))
  return match ? [match[1] ?? '', match[2] ?? ''] : null
}

/** EDTF, or a lenient ISO date, for text that has no letters but an X. */
export function readTyped(text: string): Result<When> {
  const dashed = text.replace(/[‐‑‒–—―−]/g, '–').toLowerCase()
  const iso = dashed.replace(/–/g, '-')
  if (/^[0-9x\-.?~%/]+$/.test(iso) && /\d{3}/.test(iso.slice(0, 5) + iso.slice(-12)) && looksLikeEdtf(iso))
    return readEdtf(iso.toUpperCase())
  return readWords(dashed.replace(/\.$/, ''))
}

function looksLikeEdtf(text: string): boolean {
  const point = String.raw`\d{3}[\dx](?:-\d{1,2}){0,2}[?~%]?`
  return new RegExp(String.raw`^(?:${point}|(?:${point}|\.\.)?/(?:${point}|\.\.)?)$`).test(text)
}
