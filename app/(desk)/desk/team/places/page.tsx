import type { Metadata } from 'next'
import { PlaceList } from '@/components/place/place-list'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'Places' }

type Query = { searchParams: Promise<{ q?: string | string[] }> }

export default async function Page({ searchParams }: Query) {
  const { q } = await searchParams
  await requireActor()
  const text = typeof q === 'string' ? q.trim().slice(0, 200) : ''
  const page = await orNotFound((await caller()).place.search({ text, limit: 50 }))
  return <PlaceList initial={page} initialText={text} />
}
