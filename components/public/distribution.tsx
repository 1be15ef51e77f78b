import { LEVEL_INFO, LEVELS, type Level } from '@/domain/levels'
import type { PublicClaim } from '@/domain/snapshot-schema'
import { LevelIcon } from '@/components/level/level-mark'
import { counted, listOf } from './words'

type Finding = NonNullable<PublicClaim['finding']>

const COLUMN = 26
const TALLEST = 44

/** Whole names, so that the style compiler finds them. */
const INK: Readonly<Record<Level, string>> = {
  confirmed: 'text-confirmed',
  probable: 'text-probable',
  possible: 'text-possible',
  doubtful: 'text-doubtful',
  improbable: 'text-improbable',
  unknown: 'text-unknown',
}

/** How the ballots fell: a column a level from most to least confident, a block a ballot, and the same in words. */
export function Distribution({ finding }: { finding: Finding }) {
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
      <DistributionPicture distribution={finding.distribution} />
      <p className="min-w-40 flex-1 text-sm">{distributionText(finding)}</p>
    </div>
  )
}

export function distributionText({ distribution, ballots, spread }: Finding): string {
  const cast = LEVELS.filter((level) => distribution[level] > 0)
  const parts = cast.map((level) => `${distribution[level]} for “${LEVEL_INFO[level].label}”`)
  const apart =
    spread === null || ballots < 2
      ? ''
      : spread === 0
        ? ' The ballots agree.'
        : ` They lie ${counted(spread, 'step')} apart.`
  return `${counted(ballots, 'ballot')}: ${listOf(parts)}.${apart}`
}

function DistributionPicture({ distribution }: { distribution: Finding['distribution'] }) {
  const most = Math.max(1, ...LEVELS.map((level) => distribution[level]))
  const step = Math.min(12, TALLEST / most)
  const gap = step > 4 ? 2 : 0
  const height = Math.max(24, most * step)
  return (
    <div aria-hidden className="flex shrink-0 items-end">
      {LEVELS.map((level) => (
        <div
          key={level}
          className={`flex flex-col items-center gap-1 ${distribution[level] > 0 ? INK[level] : 'text-rule-strong'} ${level === 'unknown' ? 'ms-1.5' : ''}`}
        >
          <svg
            viewBox={`0 0 ${COLUMN} ${height}`}
            width={COLUMN}
            height={height}
            className="border-b border-rule-strong"
          >
            {Array.from({ length: distribution[level] }, (_, at) => (
              <rect
                key={at}
                x={3}
                y={height - (at + 1) * step}
                width={COLUMN - 6}
                height={step - gap}
                className="fill-current"
              />
            ))}
          </svg>
          <LevelIcon level={level} className="size-3.5" />
        </div>
      ))}
    </div>
  )
}
