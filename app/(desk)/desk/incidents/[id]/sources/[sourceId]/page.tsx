import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SourcePage } from '@/components/source/source-page'
import { caller, orNotFound, requireActor } from '@/server/caller'

type Params = { params: Promise<{ id: string; sourceId: string }> }

export const metadata: Metadata = { title: 'Source' }

/** One source of an incident, its captured text in full width. */
export default async function Page({ params }: Params) {
  const { id, sourceId } = await params
  await requireActor()
  const workspace = await orNotFound((await caller()).incident.get({ id }))
  if (!workspace.sources.some((source) => source.id === sourceId)) notFound()
  return <SourcePage initial={workspace} sourceId={sourceId} />
}
