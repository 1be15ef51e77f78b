import type { Metadata } from 'next'
import { WorkspacePage } from '@/components/workspace/workspace-page'
import { caller, orNotFound, requireActor } from '@/server/caller'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Incident' }

export default async function IncidentPage({ params }: Props) {
  await requireActor()
  const { id } = await params
  const call = await caller()
  return <WorkspacePage initial={await orNotFound(call.incident.get({ id }))} />
}
