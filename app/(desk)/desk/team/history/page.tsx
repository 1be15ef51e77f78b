import type { Metadata } from 'next'
import { HistoryPage } from '@/components/event/history-page'
import { requireActor } from '@/server/caller'
import { loadHistory, type Search } from '../../history'

export const metadata: Metadata = { title: 'History of the team' }

/** What belongs to no one incident: people, settings, grades, parties, places. */
export default async function Page({ searchParams }: { searchParams: Search }) {
  await requireActor('/desk/team/history')
  const { title: _, ...history } = await loadHistory(null, searchParams)
  return (
    <section aria-label="History of the team" className="flex flex-col gap-4">
      <HistoryPage {...history} scope="team" here="/desk/team/history" />
    </section>
  )
}
