import type { Metadata } from 'next'
import { PeoplePage } from '@/components/account/people'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'People' }

type Query = { searchParams: Promise<{ after?: string | string[] }> }

export default async function Page({ searchParams }: Query) {
  const { after } = await searchParams
  await requireActor('/desk/team')
  const call = await caller()
  const page = typeof after === 'string' ? after : null
  const people = await orNotFound(call.account.list({ cursor: page }))
  const links = people.can.invite.allowed ? await orNotFound(call.account.links({})) : null
  return <PeoplePage people={people} page={page} links={links} />
}
