import { LevelIcon } from '@/components/level/level-mark'
import { LEVEL_TEXT } from '@/components/level/level-tone'
import { LEVELS, type Level } from '@/domain/levels'
import type { Distribution } from '@/domain/round'

const COLUMN = 30
const TALLEST = 60
const BLOCK = 11
const ICON = 16

type BallotPictureProps = {
  distribution: Distribution
  /** The finding, which a bar under its column marks. */
  level: Level
  /** The sentence beside it says the rest. */
  title: string
}

/** A column a level from most to least confident, a block a ballot; "cannot be judged" stands apart. */
export function BallotPicture({ distribution, level: found, title }: BallotPictureProps) {
  const most = Math.max(1, ...LEVELS.map((level) => distribution[level]))
  const step = Math.min(BLOCK, TALLEST / most)
  const base = Math.max(22, Math.ceil(most * step)) + 2
  const height = base + ICON + 12
  const width = LEVELS.length * COLUMN + 10
  return (
    <svg
      role="img"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="picture max-w-full shrink-0"
    >
      <title>{title}</title>
      {LEVELS.map((level, at) => {
        const x = at * COLUMN + (level === 'unknown' ? 10 : 0)
        const count = distribution[level]
        return (
          <g key={level} className={count > 0 || level === found ? LEVEL_TEXT[level] : 'text-rule-strong'}>
            <path d={`M${x + 3} ${base + 0.5}h${COLUMN - 6}`} className="stroke-rule-strong" />
            {Array.from({ length: count }, (_, block) => (
              <rect
                key={block}
                x={x + 5}
                y={round(base - (block + 1) * step)}
                width={COLUMN - 10}
                height={round(step - (step > 4 ? 2 : 0))}
                rx={step > 6 ? 1.5 : 0}
                className="fill-current"
              />
            ))}
            <LevelIcon
              level={level}
              className=""
              at={{ x: x + (COLUMN - ICON) / 2, y: base + 5, width: ICON, height: ICON }}
            />
            {level === found && (
              <rect x={x + 3} y={height - 4} width={COLUMN - 6} height={3} className="fill-current" />
            )}
          </g>
        )
      })}
    </svg>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
