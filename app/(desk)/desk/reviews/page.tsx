import type { Metadata } from 'next'
import Link from 'next/link'
import { ReviewList } from '@/components/review/review-list'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'Reviews' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const TABS = [
  { which: 'mine', href: '/desk/reviews', label: 'Waiting for me' },
  { which: 'all', href: '/desk/reviews?which=all', label: 'All in review' },
] as const

/** What is in review, and what of it waits for whoever looks. */
export default async function ReviewsPage({ searchParams }: Props) {
  await requireActor('/desk/reviews')
  const which = (await searchParams).which === 'all' ? 'all' : 'mine'
  const initial = await orNotFound((await caller()).review.list({ which }))
  return (
    <div className="flex w-full max-w-page flex-col gap-4">
      <h1 className="text-xl font-semibold">Reviews</h1>
      <nav aria-label="Which reviews" className="flex gap-4 border-b border-rule">
        {TABS.map((tab) => (
          <Link
            key={tab.which}
            href={tab.href}
            prefetch={false}
            {...(tab.which === which && { 'aria-current': 'page' as const })}
            className="-mb-px inline-flex min-h-9 items-center border-b-2 border-transparent text-ink-muted no-underline aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11"
          >
            {tab.label}
          </Link>
        ))}
      </nav>
      <ReviewList key={which} which={which} initial={initial} />
    </div>
  )
}
