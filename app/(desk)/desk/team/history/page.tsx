import type { Metadata } from 'next'
import { History } from '@/components/event/history'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'History of the team' }

type Query = { searchParams: Promise<{ cursor?: string | string[] }> }

/** What belongs to no one incident: people, settings, grades, parties, places. */
export default async function Page({ searchParams }: Query) {
  const { cursor } = await searchParams
  await requireActor('/desk/team/history')
  const place = typeof cursor === 'string' ? cursor : null
  const page = await orNotFound((await caller()).event.list({ incidentId: null, cursor: place }))
  const here = '/desk/team/history'
  return (
    <section aria-label="History of the team" className="flex flex-col gap-4">
      {page.items.length === 0 ? (
        <EmptyState title="Nothing has been done yet.">
          Changes to people, settings, outlets, parties and places will stand here.
        </EmptyState>
      ) : (
        <History lines={page.items} />
      )}
      <Pagination
        label="Pages of the history"
        newer={place === null ? undefined : here}
        older={page.nextCursor === null ? undefined : `${here}?cursor=${encodeURIComponent(page.nextCursor)}`}
      />
    </section>
  )
}
