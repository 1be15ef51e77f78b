import type { PublicEvidence, Snapshot } from '../snapshot-schema'
import { firstDay, lastDay, readEdtf, type Point } from '../time-point'

/** A stretch of time in whole days since 1970 (UTC): from the beginning of `from` to the end of `to`. */
export type Span = {
  from: number
  to: number
  /** An end that is only about there, or uncertain, or not known at all. */
  isFromVague: boolean
  isToVague: boolean
}

type OpenEvidence = Extract<PublicEvidence, { isConfidential: false }>

type Stance = 'supports' | 'disputes'

export type TimelineRow = {
  kind: 'incident' | 'origin' | 'source'
  /** EDTF; null: not known when. */
  when: string | null
  span: Span | null
  /**
   * What says so: its outlet and title, or the origin's party and channel; null for the incident itself. `language`: of a
   * title that is quoted; null where the desk's own words stand, or it is not known.
   */
  name: { who: string | null; what: string | null; language: string | null } | null
  /** Numbers of the evidence, from the least. */
  evidence: number[]
  /** Which of them are for or against the central claim: of many claims, “in support” would not say of which. */
  stances: { stance: Stance; evidence: number[] }[]
}

export type Timeline = { rows: TimelineRow[]; from: number; to: number }

const DAY_MS = 86_400_000
const dayOf = (iso: string) => Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY_MS)
/** Which months a season has depends on the hemisphere, so it is drawn as its year, and vague. */
const isVague = (point: Point) => point.isApproximate || point.isUncertain || point.unit === 'season'

/** How long what has an unknown end is drawn on that side, in days. */
const OPEN_DAYS = 3

/** The days that an EDTF value may mean; null for what is none. An open end is drawn a little way, and vague. */
export function spanOf(edtf: string): Span | null {
  const read = readEdtf(edtf)
  if (!read.ok) return null
  const when = read.value
  const [start, end] = when.kind === 'point' ? [when.point, when.point] : [when.from, when.to]
  const from = start === null ? null : dayOf(firstDay(start))
  const to = end === null ? null : dayOf(lastDay(end))
  if (from === null && to === null) return null
  return {
    from: from ?? (to ?? 0) - OPEN_DAYS,
    to: to ?? (from ?? 0) + OPEN_DAYS,
    isFromVague: start === null || isVague(start),
    isToVague: end === null || isVague(end),
  }
}

/** When the incident was, and when each source and origin said so, earliest first; what has no date comes last. */
export function timelineOf({ incident, evidence, claims }: Snapshot): Timeline | null {
  const central = claims.find(({ isCentral }) => isCentral)?.key
  const open = evidence
    .filter((piece) => !piece.isConfidential)
    .map((piece) => (piece.claim === central ? piece : { ...piece, stance: null }))
  const rows = [
    ...(incident.occurred === null ? [] : [rowOf('incident', incident.occurred, null, [])]),
    ...grouped(
      open.filter(({ origin }) => origin?.dated != null),
      originRow,
    ),
    ...grouped(open, sourceRow),
  ].toSorted(byTime)
  const spans = rows.flatMap(({ span }) => span ?? [])
  if (spans.length < 2) return null
  const from = Math.min(...spans.map((span) => span.from))
  const to = Math.max(...spans.map((span) => span.to)) + 1
  // A day alone would fill the picture, as if it were all the time there is.
  const room = to - from < LEAST_DAYS ? 1 : 0
  return { rows, from: from - room, to: to + room }
}

const LEAST_DAYS = 3

type Key = readonly (string | null)[]

/** One row for all pieces of one source, or of one origin. */
function grouped(
  pieces: readonly OpenEvidence[],
  read: (piece: OpenEvidence) => { key: Key; row: (pieces: OpenEvidence[]) => TimelineRow },
): TimelineRow[] {
  const groups = new Map<string, OpenEvidence[]>()
  for (const piece of pieces) {
    const key = JSON.stringify(read(piece).key)
    groups.set(key, [...(groups.get(key) ?? []), piece])
  }
  return [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [read(group[0]).row(group)]))
}

function sourceRow({ source }: OpenEvidence) {
  const { outlet, title, url, published, language } = source
  return {
    key: [outlet, title, url, published],
    row: (pieces: OpenEvidence[]) => rowOf('source', published, { who: outlet, what: title, language }, pieces),
  }
}

function originRow({ origin }: OpenEvidence) {
  const { party = null, channel = '', dated = null } = origin ?? {}
  return {
    key: [party, channel, dated],
    row: (pieces: OpenEvidence[]) => rowOf('origin', dated, { who: party, what: channel, language: null }, pieces),
  }
}

function rowOf(
  kind: TimelineRow['kind'],
  when: string | null,
  name: TimelineRow['name'],
  pieces: readonly OpenEvidence[],
): TimelineRow {
  return {
    kind,
    when,
    span: when === null ? null : spanOf(when),
    name,
    evidence: numbersOf(pieces),
    stances: STANCES.flatMap((stance) => {
      const such = pieces.filter((piece) => piece.stance === stance)
      return such.length === 0 ? [] : [{ stance, evidence: numbersOf(such) }]
    }),
  }
}

const STANCES = ['supports', 'disputes'] as const

const numbersOf = (pieces: readonly OpenEvidence[]) => pieces.map(({ number }) => number).toSorted((a, b) => a - b)

const KINDS = ['incident', 'origin', 'source'] as const

function byTime(a: TimelineRow, b: TimelineRow): number {
  const rank = (row: TimelineRow) => KINDS.indexOf(row.kind)
  const start = (row: TimelineRow) => row.span?.from ?? Number.POSITIVE_INFINITY
  if (a.kind === 'incident' || b.kind === 'incident') return rank(a) - rank(b)
  // Two without a date: infinite minus infinite is no number.
  const apart = start(a) === start(b) ? 0 : start(a) - start(b)
  return apart || rank(a) - rank(b) || (a.evidence[0] ?? 0) - (b.evidence[0] ?? 0)
}

export type Tick = { day: number; unit: 'day' | 'month' | 'year' }

const STEPS: readonly { unit: Tick['unit']; every: number; days: number }[] = [
  { unit: 'day', every: 1, days: 1 },
  { unit: 'day', every: 2, days: 2 },
  { unit: 'day', every: 7, days: 7 },
  { unit: 'month', every: 1, days: 30 },
  { unit: 'month', every: 3, days: 91 },
  { unit: 'month', every: 6, days: 182 },
  { unit: 'year', every: 1, days: 365 },
  { unit: 'year', every: 2, days: 730 },
  { unit: 'year', every: 5, days: 1826 },
  { unit: 'year', every: 10, days: 3652 },
  { unit: 'year', every: 50, days: 18262 },
  { unit: 'year', every: 100, days: 36525 },
]

/** Round beginnings of days, months or years in [from, to), `most` of them at the most. */
export function ticksOf(from: number, to: number, most = 5): Tick[] {
  const step = STEPS.find(({ days }) => (to - from) / days <= most) ?? STEPS.at(-1)
  if (step === undefined) return []
  if (step.unit === 'day')
    return Array.from({ length: Math.ceil((to - from) / step.every) }, (_, at) => ({
      day: from + at * step.every,
      unit: step.unit,
    }))
  const start = new Date(from * DAY_MS)
  const months = step.unit === 'month' ? step.every : 12 * step.every
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months
  return Array.from({ length: most + 2 }, (_, at) => first + at * months)
    .map((month) => ({ day: firstOf(month), unit: step.unit }))
    .filter(({ day }) => day >= from && day < to)
}

/** The first day of a month that is counted from the year 0. */
function firstOf(month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1)
  return Math.floor(date.getTime() / DAY_MS)
}
