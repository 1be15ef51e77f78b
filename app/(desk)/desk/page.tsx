import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Queue } from '@/components/desk/queue'
import { QueueFilters } from '@/components/desk/queue-filters'
import { WaitingList } from '@/components/desk/waiting-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { listIncidentsInput } from '@/domain/input/incident'
import { can } from '@/domain/policy'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'Desk' }

type Search = Promise<Record<string, string | string[] | undefined>>

/** What waits for me, then the queue; filters and the place in the list live in the address. */
export default async function DeskPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const asked = filtersOf(await searchParams)
  const call = await caller()
  const home = await orNotFound(call.desk.home())
  const page = await orNotFound(call.incident.list(asked))
  const { cursor, limit: _limit, ...filters } = asked
  const isNarrowed = Object.values(filters).some((value) => value !== undefined)
  const isNew = page.items.length === 0 && !isNarrowed && !cursor
  return (
    <div className="flex w-full max-w-page flex-col gap-8">
      <section aria-labelledby="waiting" className="flex flex-col gap-3">
        <h1 id="waiting" className="text-xl font-semibold">
          What waits for you
        </h1>
        <WaitingList home={home} />
      </section>
      <section aria-labelledby="queue" className="flex flex-col gap-4">
        <h2 id="queue" className="text-lg font-semibold">
          Incidents
        </h2>
        {!isNew && <QueueFilters filters={filters} />}
        {page.items.length > 0 ? (
          <Queue lines={page.items} />
        ) : (
          <NoIncident isNarrowed={isNarrowed}>
            {can(actor, 'incident.create').allowed && (
              <LinkButton href="/desk/incidents/new" variant="primary">
                Begin an incident
              </LinkButton>
            )}
            {can(actor, 'account.invite').allowed && <LinkButton href="/desk/team">Invite people</LinkButton>}
          </NoIncident>
        )}
        <Pagination
          label="Pages of incidents"
          newer={cursor ? hrefOf(filters, null) : undefined}
          older={page.nextCursor === null ? undefined : hrefOf(filters, page.nextCursor)}
        />
      </section>
    </div>
  )
}

/** Nothing fits what was asked for, or the desk is new. */
function NoIncident({ isNarrowed, children }: { isNarrowed: boolean; children: ReactNode }) {
  if (!isNarrowed)
    return (
      <EmptyState title="There is no incident yet" action={<div className="flex flex-wrap gap-2">{children}</div>}>
        Begin one from the first report you have: a title, and what is known of when and where. It takes two people to
        vote, and one who did not write it to approve an account.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No incident fits these filters"
      action={
        <a href="/desk" className="link">
          Show all incidents
        </a>
      }
    >
      Take one of them off, or look for another word.
    </EmptyState>
  )
}

/** What the address asks for; what makes no sense is left out. */
function filtersOf(search: Awaited<Search>) {
  const one = (name: string) => {
    const value = search[name]
    return typeof value === 'string' && value.trim() !== '' ? value : undefined
  }
  const wanted = {
    status: one('status'),
    level: one('level'),
    mine: one('mine') === '1' ? true : undefined,
    text: one('text'),
    tag: one('tag'),
    place: one('place'),
    cursor: one('cursor'),
  }
  const parsed = listIncidentsInput.safeParse(wanted)
  if (parsed.success) return parsed.data
  const senseless = new Set(parsed.error.issues.map((issue) => issue.path[0]))
  return listIncidentsInput.parse(Object.fromEntries(Object.entries(wanted).filter(([name]) => !senseless.has(name))))
}

function hrefOf(filters: Record<string, string | boolean | null | undefined>, cursor: string | null): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined && value !== null && value !== '') query.set(name, value === true ? '1' : String(value))
  if (cursor !== null) query.set('cursor', cursor)
  const text = query.toString()
  return text === '' ? '/desk' : `/desk?${text}`
}
