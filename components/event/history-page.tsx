import { History, type HistoryLine } from './history'
import { HistoryFilters, type HistoryErrors, type HistoryQuery } from './history-filters'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { groupsOf } from '@/domain/event-group'

type HistoryPageProps = {
  scope: 'team' | 'incident'
  /** The history's own address. */
  here: string
  query: HistoryQuery
  errors: HistoryErrors
  /** Where in the list this page begins, as the page before said it; null at its head. */
  cursor: string | null
  people: readonly { id: string; name: string }[]
  /** Null where the query makes no sense. */
  page: { items: readonly HistoryLine[]; nextCursor: string | null } | null
}

/** The history of an incident or of the team, and what it is narrowed to. */
export function HistoryPage({ scope, here, query, errors, cursor, people, page }: HistoryPageProps) {
  const at = (place: string | null) => {
    const given = Object.entries({ ...query, cursor: place ?? '' }).filter(([, value]) => value !== '')
    return given.length === 0 ? here : `${here}?${new URLSearchParams(given).toString()}`
  }
  return (
    <>
      <HistoryFilters action={here} query={query} errors={errors} groups={groupsOf(scope)} people={people} />
      {page === null ? (
        <EmptyState title="Nothing was looked for">Mend what is marked above, and show it again.</EmptyState>
      ) : page.items.length === 0 ? (
        <Nothing isNarrowed={at(null) !== here} scope={scope} />
      ) : (
        <History lines={page.items} />
      )}
      <Pagination
        label="Pages of the history"
        newer={cursor === null ? undefined : at(null)}
        older={page === null || page.nextCursor === null ? undefined : at(page.nextCursor)}
      />
    </>
  )
}

function Nothing({ isNarrowed, scope }: { isNarrowed: boolean; scope: HistoryPageProps['scope'] }) {
  if (isNarrowed)
    return <EmptyState title="Nothing in the history fits this">Take one of them off, or a wider time.</EmptyState>
  return (
    <EmptyState title="Nothing has been done yet.">
      {scope === 'team'
        ? 'Changes to people, settings, outlets, parties and places will stand here.'
        : 'What is done to the incident will stand here.'}
    </EmptyState>
  )
}
