import { CircleCheck, MessageSquareWarning } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'

export type ReviewLine = {
  id: string
  name: string
  decision: 'approve' | 'request_changes'
  comment: string
  decidedAt: Date
  isCurrent: boolean
}

/** Who has decided what about a text. An approval of what the page no longer is says so. */
export function ReviewLines({ reviews }: { reviews: readonly ReviewLine[] }) {
  if (reviews.length === 0) return null
  return (
    <section aria-labelledby="reviews-heading" className="flex flex-col gap-2">
      <h3 id="reviews-heading" className="font-semibold">
        Reviews
      </h3>
      <ol className="flex flex-col divide-y divide-rule border-y border-rule">
        {reviews.map((line) => (
          <li key={line.id} className="flex flex-col gap-0.5 py-1.5">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="[&_svg]:me-2 [&_svg]:inline [&_svg]:size-4 [&_svg]:align-[-0.15em]">
                {line.decision === 'approve' ? (
                  <CircleCheck aria-hidden className="text-confirmed" />
                ) : (
                  <MessageSquareWarning aria-hidden className="text-possible" />
                )}
                <bdi className="font-medium">{line.name}</bdi>{' '}
                {line.decision === 'approve' ? 'approved' : 'asked for changes'}
              </span>
              <Time value={line.decidedAt.toISOString()} precision="minute" className="text-sm text-ink-muted" />
              {line.decision === 'approve' && !line.isCurrent && (
                <Badge tone="warning">The page has changed since</Badge>
              )}
            </p>
            {line.comment !== '' && (
              <p className="whitespace-pre-line">
                <bdi>{line.comment}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
