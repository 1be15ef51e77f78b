import { GRADE_LABEL } from '@/domain/levels'
import type { PartyView } from './party-form'

/** The letter and its words, with the reason; an outlet without one says so. */
export function GradeMark({ grade }: { grade: PartyView['grade'] }) {
  if (grade === null) return <span className="text-ink-muted">Not graded yet</span>
  return (
    <span className="block">
      <span className="font-medium">
        {grade.grade} · {GRADE_LABEL[grade.grade]}
      </span>
      <bdi className="block text-sm text-ink-muted">{grade.reason}</bdi>
    </span>
  )
}
