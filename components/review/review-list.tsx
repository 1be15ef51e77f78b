'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { RouterOutputs } from '@/components/trpc'
import { useTRPC } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import { explanationOf } from '@/components/action/action-button'
import { languageWord } from '@/components/rendition/view'
import { reviewHref } from './href'
import type { ReviewItem } from './view'

type ReviewListProps = { which: 'mine' | 'all'; initial: RouterOutputs['review']['list'] }

const EMPTY = {
  mine: {
    title: 'Nothing waits for your review.',
    hint: 'Texts come here when their authors submit them, unless you are one of those authors.',
  },
  all: { title: 'Nothing is in review.', hint: 'An author submits a text from its incident’s workspace.' },
} as const

/** Texts in review, the one that has waited longest first. */
export function ReviewList({ which, initial }: ReviewListProps) {
  const trpc = useTRPC()
  const list = useInfiniteQuery({
    ...trpc.review.list.infiniteQueryOptions({ which }, { getNextPageParam: (page) => page.nextCursor }),
    initialData: { pages: [initial], pageParams: [null] },
  })
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <EmptyState title={EMPTY[which].title}>{EMPTY[which].hint}</EmptyState>
  return (
    <div className="flex flex-col items-start gap-3">
      <ol className="flex w-full flex-col divide-y divide-rule border-y border-rule">
        {items.map((item) => (
          <li key={item.revisionId} className="py-2">
            <Item item={item} />
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          More
        </Button>
      )}
    </div>
  )
}

function Item({ item }: { item: ReviewItem }) {
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Link className="link font-medium" prefetch={false} href={reviewHref(item)}>
          <bdi>{item.title}</bdi>
        </Link>
        <Badge tone={item.state === 'approved' ? 'positive' : 'accent'}>
          {item.state === 'approved' ? 'Approved' : 'In review'}
        </Badge>
        <span className="text-sm text-ink-muted">
          {item.language !== null
            ? `Translation into ${languageWord(item.language)}`
            : item.replaces === 0
              ? 'First publication'
              : `Would replace version ${item.replaces}`}
        </span>
      </p>
      <p className="text-sm text-ink-muted">
        By <bdi>{item.authors.join(', ')}</bdi>, submitted{' '}
        <Time value={item.submittedAt.toISOString()} precision="minute" />. {item.approvals.given} of{' '}
        {item.approvals.needed} approvals.
      </p>
      {item.isChanged && (
        <p className="text-sm">It was approved, and the page has changed since: it has to be approved anew.</p>
      )}
      {!item.can.allowed && <p className="text-sm">{explanationOf(item.can)}</p>}
    </div>
  )
}
