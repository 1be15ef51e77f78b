import type { HistoryErrors, HistoryQuery } from '@/components/event/history-filters'
import { eventFilters, type EventFilters } from '@/domain/input/event'
import { caller, orNotFound } from '@/server/caller'

export type Search = Promise<Record<string, string | string[] | undefined>>

/** As many people of a team as can be picked from; an address can name anybody. */
const PEOPLE = 200

/** What the address of a history asks for, and what is wrong with it, at its field. */
function readQuery(search: Awaited<Search>) {
  const one = (name: string) => {
    const value = search[name]
    return typeof value === 'string' ? value : ''
  }
  const query: HistoryQuery = { group: one('group'), person: one('person'), from: one('from'), to: one('to') }
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const parsed = eventFilters.safeParse(given)
  const errors: HistoryErrors = {}
  for (const { path, message } of parsed.error?.issues ?? []) errors[path[0] as keyof HistoryQuery] ??= message
  return { query, errors, filters: parsed.data ?? null, cursor: one('cursor') || null }
}

/** What both pages of a history show; of a query that makes no sense, its form alone. */
export async function loadHistory(incidentId: string | null, search: Search) {
  const { filters, ...read } = readQuery(await search)
  const call = await caller()
  const list = (wanted: EventFilters, rest: { cursor?: string | null; limit?: number }) =>
    orNotFound(call.event.list({ incidentId, ...wanted, ...rest }))
  // Whose history it is has to be known, and to be there, whatever else is wrong.
  const page = filters === null ? null : await list(filters, { cursor: read.cursor })
  const { title } = page ?? (await list({}, { limit: 1 }))
  const { accounts } = await orNotFound(call.account.list({ limit: PEOPLE }))
  return { ...read, page, title, people: accounts.map(({ id, name }) => ({ id, name })) }
}
