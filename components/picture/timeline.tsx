import { ticksOf, type Span, type Tick, type Timeline, type TimelineRow } from '@/domain/picture/timeline'

/** The picture's ground: whole percent of its width, with room at both ends for what is vague. */
const EDGE = 5

type Scale = (day: number) => number

export function scaleOf({ from, to }: Pick<Timeline, 'from' | 'to'>): Scale {
  const length = Math.max(1, to - from)
  return (day) => Math.round((EDGE + ((100 - 2 * EDGE) * (day - from)) / length) * 100) / 100
}

const DAY_MS = 86_400_000

/** Days, months or years under which the bars stand. */
export function TimelineAxis({ timeline, locale }: { timeline: Timeline; locale: string }) {
  const at = scaleOf(timeline)
  const ticks = ticksOf(timeline.from, timeline.to)
  return (
    <svg
      aria-hidden
      width="100%"
      height={24}

      className="picture block overflow-visible rtl:-scale-x-100"
    >
      {ticks.map((tick) => (
        <g key={tick.day}>
          <text x={`${at(tick.day)}%`} y={14} className="unmirrored fill-ink-muted font-sans text-[12px]">
            {tickWords(tick, locale)}
          </text>
          <line x1={`${at(tick.day)}%`} x2={`${at(tick.day)}%`} y1={18} y2={24} className="stroke-rule-strong" />
        </g>
      ))}
    </svg>
  )
}

function tickWords({ day, unit }: Tick, locale: string): string {
  const options = {
    day: { day: 'numeric', month: 'short' },
    month: { month: 'short', year: 'numeric' },
    year: { year: 'numeric' },
  } as const
  return new Intl.DateTimeFormat(locale, { ...options[unit], timeZone: 'UTC' }).format(new Date(day * DAY_MS))
}

type BarProps = { timeline: Timeline; span: Span | null; kind: TimelineRow['kind']; isAgainst: boolean }

const LOOK = {
  incident: 'fill-ink stroke-ink',
  origin: 'fill-paper stroke-ink',
  source: 'fill-accent stroke-accent',
} as const

/** One row's bar, over the band of the incident. What is against it is hollow. */
export function TimelineBar({ timeline, span, kind, isAgainst }: BarProps) {
  const at = scaleOf(timeline)
  const incident = timeline.rows.find((row) => row.kind === 'incident')?.span ?? null
  const thick = kind === 'incident' ? 10 : 8
  const look = isAgainst && kind === 'source' ? 'fill-paper stroke-accent' : LOOK[kind]
  return (
    <div className="relative min-h-6 self-stretch">
      <svg aria-hidden width="100%" height="100%" className="picture absolute inset-0 block rtl:-scale-x-100">
        {ticksOf(timeline.from, timeline.to).map(({ day }) => (
          <line key={day} x1={`${at(day)}%`} x2={`${at(day)}%`} y1={0} y2="100%" className="stroke-rule" />
        ))}
        {incident !== null && (
          <rect
            x={`${at(incident.from)}%`}
            width={`${across(at, incident)}%`}
            y={0}
            height="100%"
            className="fill-highlight forced-colors:stroke-ink"
            fillOpacity={0.6}
          />
        )}
        {span !== null && (
          <>
            <rect
              x={`${at(span.from)}%`}
              width={`${across(at, span)}%`}
              y="50%"
              transform={`translate(0 ${-thick / 2})`}
              height={thick}
              rx={1}
              strokeWidth={2}
              className={look}
            />
            {span.isFromVague && <Fade from={at(span.from)} step={-1} />}
            {span.isToVague && <Fade from={at(span.to + 1)} step={1} />}
          </>
        )}
      </svg>
    </div>
  )
}

const across = (at: Scale, { from, to }: Span) => Math.round((at(to + 1) - at(from)) * 100) / 100

/** An end that is not certain: three steps, each lighter. They need no gradient, which printers and forced colours lose. */
function Fade({ from, step }: { from: number; step: 1 | -1 }) {
  const width = EDGE / 4
  return [0.6, 0.35, 0.15].map((opacity, index) => (
    <rect
      key={opacity}
      x={`${Math.round((step === 1 ? from + index * width : from - (index + 1) * width) * 100) / 100}%`}
      width={`${width}%`}
      y="50%"
      transform="translate(0 -4)"
      height={8}
      className="fill-ink-muted"
      fillOpacity={opacity}
    />
  ))
}
