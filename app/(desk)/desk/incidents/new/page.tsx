import type { Metadata } from 'next'
import { NewIncident } from '@/components/incident/new-incident'
import { Notice } from '@/components/ui/notice'
import { can } from '@/domain/policy'
import { requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'New incident' }

export default async function NewIncidentPage() {
  const actor = await requireActor()
  const may = can(actor, 'incident.create')
  return (
    <div className="flex w-full max-w-page flex-col gap-4">
      <h1 className="text-xl font-semibold">New incident</h1>
      {may.allowed ? <NewIncident /> : <Notice title={may.because}>{may.lift ?? 'Ask one of them.'}</Notice>}
    </div>
  )
}
