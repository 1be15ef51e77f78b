import type { LOCALE } from './language'
import { readEdtf, type Point, type When } from './time-point'

/** What a language says around a time; each takes the time where the braces of the message stand. */
export type AroundTime = {
  about: (when: string) => string
  uncertain: (when: string) => string
  orEarlier: (when: string) => string
  orLater: (when: string) => string
  fromTo: (from: string, to: string) => string
  season: (index: 0 | 1 | 2 | 3, year: string) => string
  decade: (year: string) => string
}

type Locale = (typeof LOCALE)[keyof typeof LOCALE]

/** EDTF in the words of a language: days, months and years by `Intl`, the rest by the catalogue. Never throws. */
export function localiseWhen(edtf: string, locale: Locale, around: AroundTime): string {
  const when = readEdtf(edtf)
  return when.ok ? whole(when.value, locale, around) : edtf
}

function whole(when: When, locale: Locale, around: AroundTime): string {
  const say = (point: Point) => marked(bare(point, locale, around), point, around)
  if (when.kind === 'point') return say(when.point)
  const { from, to } = when
  if (from === null) return to === null ? '' : around.orEarlier(say(to))
  if (to === null) return around.orLater(say(from))
  const isAlike = from.isApproximate === to.isApproximate && from.isUncertain === to.isUncertain
  if (!isAlike || from.unit !== to.unit) return around.fromTo(say(from), say(to))
  return marked(formatterOf(from, locale).formatRange(instantOf(from), instantOf(to)), from, around)
}

function bare(point: Point, locale: Locale, around: AroundTime): string {
  if (point.unit === 'decade') return around.decade(String(point.year))
  if (point.unit === 'season') {
    const index = point.month - 21
    return around.season(index === 1 || index === 2 || index === 3 ? index : 0, String(point.year))
  }
  return formatterOf(point, locale).format(instantOf(point))
}

const instantOf = ({ year, month, day }: Point): number => Date.UTC(year, Math.max(0, month - 1), day || 1)

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Kept: making one costs more than all it is asked. */
function formatterOf({ unit }: Point, locale: Locale): Intl.DateTimeFormat {
  const key = `${locale} ${unit}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(unit !== 'year' && { month: 'long' }),
    ...(unit === 'day' && { day: 'numeric' }),
  })
  formatters.set(key, made)
  return made
}

function marked(words: string, point: Point, around: AroundTime): string {
  const near = point.isApproximate ? around.about(words) : words
  return point.isUncertain ? around.uncertain(near) : near
}
