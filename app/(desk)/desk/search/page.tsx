import type { Metadata } from 'next'
import { inputOf, readAsked } from '@/components/search/asked'
import { SearchPage } from '@/components/search/search-page'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'Search' }

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Query) {
  const asked = readAsked(await searchParams)
  await requireActor()
  const first = await orNotFound((await caller()).search.find(inputOf(asked)))
  return <SearchPage initial={asked} first={first} />
}
