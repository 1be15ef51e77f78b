import type { IncidentStatus } from '@/domain/input/incident'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { STATUS_LABEL } from './words'

const TONE: Readonly<Record<IncidentStatus, BadgeTone>> = {
  new: 'quiet',
  voting: 'accent',
  draft: 'neutral',
  in_review: 'accent',
  approved: 'accent',
  published: 'positive',
  retracted: 'negative',
  closed: 'neutral',
}

export function StatusBadge({ status }: { status: IncidentStatus }) {
  return <Badge tone={TONE[status]}>{STATUS_LABEL[status]}</Badge>
}
