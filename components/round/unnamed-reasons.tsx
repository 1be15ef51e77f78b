import { LevelMark } from '@/components/level/level-mark'
import type { Level } from '@/domain/levels'

export type UnnamedReason = { level: Level; reason: string; isReasonPublic: boolean }

/** Reasons of ballots, in the scale's order; whose they are is nobody's to know. */
export function UnnamedReasons({ reasons }: { reasons: readonly UnnamedReason[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {reasons.map(({ level, reason, isReasonPublic }, index) => (
        // Two ballots may say the same; the order of the list is fixed.
        <li key={`${index} ${level}`} className="flex flex-col gap-0.5">
          <LevelMark level={level} variant="plain" />
          <p dir="auto" className="whitespace-pre-line">
            {reason}
          </p>
          {isReasonPublic && <p className="text-sm text-ink-muted">May be published.</p>}
        </li>
      ))}
    </ul>
  )
}
