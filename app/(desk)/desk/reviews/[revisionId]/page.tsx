import type { Metadata } from 'next'
import { ReviewPage } from '@/components/review/review-page'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'Review' }

type Props = { params: Promise<{ revisionId: string }> }

/** One text as readers would see it, and the decision on it. */
export default async function Page({ params }: Props) {
  const { revisionId } = await params
  await requireActor(`/desk/reviews/${revisionId}`)
  const initial = await orNotFound((await caller()).revision.preview({ revisionId }))
  return <ReviewPage initial={initial} />
}
