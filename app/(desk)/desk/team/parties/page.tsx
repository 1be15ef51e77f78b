import type { Metadata } from 'next'
import { PartyList } from '@/components/party/party-list'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'Parties' }

type Query = { searchParams: Promise<{ q?: string | string[] }> }

export default async function Page({ searchParams }: Query) {
  const { q } = await searchParams
  await requireActor()
  const text = typeof q === 'string' ? q.trim().slice(0, 200) : ''
  const page = await orNotFound((await caller()).party.search({ text, limit: 50 }))
  return <PartyList mode="parties" initial={page} initialText={text} />
}
