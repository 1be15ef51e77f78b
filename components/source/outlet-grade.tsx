import { GRADE_LABEL } from '@/domain/levels'
import type { Source } from '@/components/evidence/view'

/** The outlet's reliability: its letter, with what it means for those who hover and those who listen. */
export function OutletGrade({ outlet }: { outlet: NonNullable<Source['outlet']> }) {
  if (outlet.grade === null) return <span className="text-xs text-ink-muted">not graded</span>
  const words = `Reliability ${outlet.grade}: ${GRADE_LABEL[outlet.grade]}`
  return (
    <span
      className="inline-flex size-5 items-center justify-center rounded-sm border border-rule-strong text-xs font-semibold"
      title={outlet.gradeReason === null ? words : `${words}. ${outlet.gradeReason}`}
    >
      <span aria-hidden>{outlet.grade}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
