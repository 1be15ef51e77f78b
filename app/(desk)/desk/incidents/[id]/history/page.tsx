import type { Metadata } from 'next'
import Link from 'next/link'
import { History } from '@/components/event/history'
import { Pagination } from '@/components/ui/pagination'
import { caller, orNotFound, requireActor } from '@/server/caller'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'History' }

export default async function HistoryPage({ params, searchParams }: Props) {
  await requireActor()
  const { id } = await params
  const { cursor } = await searchParams
  const place = typeof cursor === 'string' ? cursor : null
  const call = await caller()
  const page = await orNotFound(call.event.list({ incidentId: id, cursor: place }))
  const here = `/desk/incidents/${id}/history`
  return (
    <div className="flex w-full max-w-page flex-col gap-4">
      <header className="flex flex-col gap-1">
        <p className="text-sm">
          <Link href={`/desk/incidents/${id}`} prefetch={false} className="link">
            To the workspace
          </Link>
        </p>
        <h1 className="text-xl font-semibold">
          History of <bdi>{page.title}</bdi>
        </h1>
      </header>
      <History lines={page.items} />
      <Pagination
        label="Pages of the history"
        newer={place === null ? undefined : here}
        older={page.nextCursor === null ? undefined : `${here}?cursor=${encodeURIComponent(page.nextCursor)}`}
      />
    </div>
  )
}
