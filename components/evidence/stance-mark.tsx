import { Bookmark, CircleCheck, CircleSlash } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { Stance } from '@/domain/words'

const STANCE_LABEL: Readonly<Record<Stance, string>> = { supports: 'Supports', disputes: 'Disputes' }

/** What a passage does to its claim; null is background. Icon and word, so that colour is never needed. */
export function StanceMark({ stance }: { stance: Stance | null }) {
  if (stance === 'supports')
    return (
      <Badge tone="positive" icon={<CircleCheck aria-hidden />}>
        {STANCE_LABEL.supports}
      </Badge>
    )
  if (stance === 'disputes')
    return (
      <Badge tone="negative" icon={<CircleSlash aria-hidden />}>
        {STANCE_LABEL.disputes}
      </Badge>
    )
  return <Badge icon={<Bookmark aria-hidden />}>Background</Badge>
}
