import type { Metadata } from 'next'
import { SuggestionPage } from '@/components/lineage/suggestion-page'
import { caller, orNotFound, requireActor } from '@/server/caller'

type Params = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Suggested connections' }

/** Who copied whom, as the program sees it: each suggestion with both texts side by side. */
export default async function Page({ params }: Params) {
  const { id } = await params
  await requireActor()
  const workspace = await orNotFound((await caller()).incident.get({ id }))
  return <SuggestionPage initial={workspace} />
}
