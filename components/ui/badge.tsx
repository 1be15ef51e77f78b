import type { ReactNode } from 'react'

export type BadgeTone = 'neutral' | 'accent' | 'positive' | 'warning' | 'negative' | 'quiet'

const TONE: Readonly<Record<BadgeTone, string>> = {
  neutral: 'border-transparent bg-unknown-wash text-unknown',
  accent: 'border-transparent bg-accent-wash text-accent',
  positive: 'border-transparent bg-confirmed-wash text-confirmed',
  warning: 'border-transparent bg-possible-wash text-possible',
  negative: 'border-transparent bg-danger-wash text-danger',
  quiet: 'border-rule-strong text-ink-muted',
}

/** A word or a number beside something: a state, a kind, a count. The word carries the meaning, the colour helps. */
export function Badge({
  children,
  tone = 'neutral',
  icon,
}: {
  children: ReactNode
  tone?: BadgeTone
  icon?: ReactNode
}) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-sm border px-1.5 py-px text-xs font-medium whitespace-nowrap [&_svg]:size-3 ${TONE[tone]}`}
    >
      {icon}
      {children}
    </span>
  )
}
