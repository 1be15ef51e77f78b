import { LEVEL_INFO } from '@/domain/levels'
import { LEVEL_SHAPE, type LevelOrDisputed } from '@/domain/level-shape'
import { LEVEL_TEXT, LEVEL_WASH } from './level-tone'

export type { LevelOrDisputed }

export type LevelMarkProps = {
  level: LevelOrDisputed
  /** `chip` has a ground; `plain` stands in running text; `icon` shows the icon and keeps the word for screen readers. */
  variant?: 'chip' | 'plain' | 'icon'
  /** Instead of the level's own label, where the sentence around it needs another form. */
  label?: string | undefined
}

/** A level: icon, word and colour, so that none of the three is needed alone. */
export function LevelMark({ level, variant = 'chip', label }: LevelMarkProps) {
  const word = label ?? labelOf(level)
  const text = LEVEL_TEXT[level]
  const box = variant === 'chip' ? `${LEVEL_WASH[level]} rounded-sm px-1.5 py-px` : ''
  return (
    <span className={`inline-flex items-center gap-1 text-sm font-medium ${text} ${box}`}>
      <LevelIcon level={level} />
      <span className={variant === 'icon' ? 'sr-only' : ''}>{word}</span>
    </span>
  )
}

export function labelOf(level: LevelOrDisputed): string {
  return level === 'disputed' ? 'Disputed' : LEVEL_INFO[level].label
}

type LevelIconProps = {
  level: LevelOrDisputed
  className?: string
  /** Inside another picture: where in it. */
  at?: { x: number; y: number; width: number; height: number }
}

/** The icon alone, in the current colour: give the word beside it. */
export function LevelIcon({ level, className = 'size-4 shrink-0', at }: LevelIconProps) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      {...at}
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {LEVEL_SHAPE[level].map(({ d, isFilled, isCut, hasNoLine, width, dashes }) => (
        <path
          key={d}
          d={d}
          {...(isFilled && { fill: 'currentColor' })}
          {...(isCut && { className: 'stroke-paper' })}
          {...(hasNoLine && { stroke: 'none' })}
          {...(width !== undefined && { strokeWidth: width })}
          {...(dashes !== undefined && { strokeDasharray: dashes })}
        />
      ))}
    </svg>
  )
}
