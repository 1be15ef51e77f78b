import type { Metadata } from 'next'
import { BallotPass } from '@/components/ballot/ballot-pass'
import { caller, orNotFound, requireActor } from '@/server/caller'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'My votes' }

/** All my open rounds in one pass. */
export default async function BallotsPage({ searchParams }: Props) {
  await requireActor()
  const { cursor } = await searchParams
  const call = await caller()
  const page = await orNotFound(call.ballot.pending({ cursor: typeof cursor === 'string' ? cursor : null }))
  const nextHref = page.nextCursor === null ? null : `/desk/ballots?cursor=${encodeURIComponent(page.nextCursor)}`
  return (
    <div className="flex w-full max-w-page flex-col gap-4">
      <h1 className="text-xl font-semibold">My votes</h1>
      {/* Another page of rounds is another pass. */}
      <BallotPass key={String(cursor)} page={page} nextHref={nextHref} />
    </div>
  )
}
