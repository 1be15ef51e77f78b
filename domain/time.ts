import { normaliseLine } from './text'
import { firstDay, lastDay, MONTHS, readEdtf, seasonName, toEdtf, type Point, type When } from './time-point'
import { readTyped } from './time-words'

/** In UTF-16 units. */
export const WHEN_MAX = 100

export type ParsedWhen = { ok: true; edtf: string; words: string } | { ok: false; message: string }

/**
 * What a person typed, as EDTF and in words to show beside the field. Takes EDTF level 1 (days, months, years,
 * seasons, decades, `~ ? %`, intervals open or closed) and English: "14 March 2024", "about June 2023",
 * "22–23 May 2023", "May 2023?", "before March 2024", "March 2024 or later". Impossible and ambiguous dates are
 * refused with a message. Never throws.
 */
export function parseWhen(typed: string): ParsedWhen {
  const line = normaliseLine(typed)
  if (line === '') return { ok: false, message: 'Type a date.' }
  if (line.length > WHEN_MAX) return { ok: false, message: `At most ${WHEN_MAX} characters.` }
  const when = readTyped(line)
  if (!when.ok) return when
  const edtf = toEdtf(when.value)
  return { ok: true, edtf, words: formatWhen(edtf) }
}

/** Is this EDTF as `parseWhen` gives it? For a second look at what is stored. */
export function isWhen(edtf: string): boolean {
  const when = readEdtf(edtf)
  return when.ok && toEdtf(when.value) === edtf
}

/**
 * EDTF in English words with its precision: the same on every machine, and `parseWhen` reads it back. Readers of other
 * languages get `words.when` (domain/wording.ts). What is not understood comes back as it is.
 */
export function formatWhen(edtf: string): string {
  const when = readEdtf(edtf)
  return when.ok ? english(when.value) : edtf
}

function bare(point: Point): string {
  const month = MONTHS[point.month - 1] ?? ''
  switch (point.unit) {
    case 'day':
      return `${point.day} ${month} ${point.year}`
    case 'month':
      return `${month} ${point.year}`
    case 'year':
      return String(point.year)
    case 'season':
      return `${seasonName(point)} ${point.year}`
    case 'decade':
      return `the ${point.year}s`
  }
}

function marked(words: string, point: Pick<Point, 'isApproximate' | 'isUncertain'>): string {
  return `${point.isApproximate ? 'about ' : ''}${words}${point.isUncertain ? ' (uncertain)' : ''}`
}

function english(when: When): string {
  if (when.kind === 'point') return marked(bare(when.point), when.point)
  const { from, to } = when
  if (from === null) return to === null ? '' : `${marked(bare(to), to)} or earlier`
  if (to === null) return `${marked(bare(from), from)} or later`
  const isAlike = from.isApproximate === to.isApproximate && from.isUncertain === to.isUncertain
  if (!isAlike) return `from ${marked(bare(from), from)} to ${marked(bare(to), to)}`
  return marked(period(from, to), from)
}

function period(from: Point, to: Point): string {
  if (from.unit !== to.unit || from.year !== to.year)
    return from.unit === 'year' && to.unit === 'year' ? `${from.year}–${to.year}` : `${bare(from)} – ${bare(to)}`
  const months = [from, to].map((point) => MONTHS[point.month - 1] ?? '')
  if (from.unit === 'month') return `${months.join('–')} ${to.year}`
  if (from.unit !== 'day') return `${bare(from)}–${bare(to)}`
  if (from.month === to.month) return `${from.day}–${bare(to)}`
  return `${from.day} ${months[0] ?? ''} – ${bare(to)}`
}

/** ISO dates (`YYYY-MM-DD`) of the first and last day that it may mean; null for an open end. */
export type Bounds = { earliest: string | null; latest: string | null }

/**
 * For sorting and filters. Approximate and uncertain times count as what they name; a season counts as its whole
 * year, for its months depend on the hemisphere. What is not understood has no bounds.
 */
export function whenBounds(edtf: string): Bounds {
  const when = readEdtf(edtf)
  if (!when.ok) return { earliest: null, latest: null }
  const [from, to] =
    when.value.kind === 'point' ? [when.value.point, when.value.point] : [when.value.from, when.value.to]
  return { earliest: from && firstDay(from), latest: to && lastDay(to) }
}
