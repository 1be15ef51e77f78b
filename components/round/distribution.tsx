import { LEVELS, LEVEL_INFO, type Level } from '@/domain/levels'

/** Whole names, so that the style compiler finds them. */
const FILL: Readonly<Record<Level, string>> = {
  confirmed: 'fill-confirmed',
  probable: 'fill-probable',
  possible: 'fill-possible',
  doubtful: 'fill-doubtful',
  improbable: 'fill-improbable',
  unknown: 'fill-unknown',
}

const WIDTH = 240
const GAP = 2

/** How the ballots fell: a bar, most confident first, and the same in words. Drawn without scripts or style attributes. */
export function Distribution({ counts }: { counts: Readonly<Partial<Record<Level, number>>> }) {
  const parts = LEVELS.flatMap((level) => {
    const count = counts[level] ?? 0
    return count === 0 ? [] : [{ level, count }]
  })
  const total = parts.reduce((sum, part) => sum + part.count, 0)
  if (total === 0) return null
  const room = WIDTH - GAP * (parts.length - 1)
  const width = (count: number) => (room * count) / total
  return (
    <div className="flex flex-col gap-1">
      <svg aria-hidden viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" className="h-2.5 w-full max-w-sm">
        {parts.map(({ level, count }, index) => (
          <rect
            key={level}
            x={parts.slice(0, index).reduce((sum, part) => sum + width(part.count) + GAP, 0)}
            width={width(count)}
            height="10"
            className={FILL[level]}
          />
        ))}
      </svg>
      <p className="text-sm text-ink-muted">
        {parts.map(({ level, count }) => `${count} ${LEVEL_INFO[level].label.toLowerCase()}`).join(' · ')}
      </p>
    </div>
  )
}
