import { LEVEL_INFO } from '@/domain/levels'
import type { Level } from '@/domain/levels'
import type { ReactNode } from 'react'

/** The levels, and the mark of a finding whose voters were far apart. */
export type LevelOrDisputed = Level | 'disputed'

/** Whole names, so that the style compiler finds them. */
const TONE: Readonly<Record<LevelOrDisputed, { text: string; wash: string }>> = {
  confirmed: { text: 'text-confirmed', wash: 'bg-confirmed-wash' },
  probable: { text: 'text-probable', wash: 'bg-probable-wash' },
  possible: { text: 'text-possible', wash: 'bg-possible-wash' },
  doubtful: { text: 'text-doubtful', wash: 'bg-doubtful-wash' },
  improbable: { text: 'text-improbable', wash: 'bg-improbable-wash' },
  unknown: { text: 'text-unknown', wash: 'bg-unknown-wash' },
  disputed: { text: 'text-disputed', wash: 'bg-disputed-wash' },
}

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
  const { text, wash } = TONE[level]
  const box = variant === 'chip' ? `${wash} rounded-sm px-1.5 py-px` : ''
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

/** The icon alone, in the current colour: give the word beside it. */
export function LevelIcon({ level, className = 'size-4 shrink-0' }: { level: LevelOrDisputed; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPE[level]}
    </svg>
  )
}

const ring = <circle cx="8" cy="8" r="6.4" />
const disc = <circle cx="8" cy="8" r="6.4" fill="currentColor" />

/** Seven shapes that differ without their colours: full, outlined, halved, dashed, barred, broken, crossed. */
const SHAPE: Readonly<Record<LevelOrDisputed, ReactNode>> = {
  confirmed: (
    <>
      {disc}
      <path d="M4.9 8.3l2.1 2.1 4.1-4.6" className="stroke-paper" />
    </>
  ),
  probable: (
    <>
      {ring}
      <path d="M4.9 8.3l2.1 2.1 4.1-4.6" />
    </>
  ),
  possible: (
    <>
      {ring}
      <path d="M8 1.6a6.4 6.4 0 0 1 0 12.8z" fill="currentColor" stroke="none" />
    </>
  ),
  doubtful: (
    <>
      {ring}
      <path d="M4.7 8h6.6" />
    </>
  ),
  improbable: (
    <>
      {disc}
      <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" className="stroke-paper" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.4" strokeDasharray="2.2 2.8" />
      <path d="M6.2 6.4a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1M8 11.2v.1" strokeWidth={1.4} />
    </>
  ),
  disputed: (
    <>
      <path d="M6.4 3.2L1.8 8l4.6 4.8z" fill="currentColor" />
      <path d="M9.6 3.2L14.2 8l-4.6 4.8z" />
    </>
  ),
}
