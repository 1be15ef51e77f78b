import type { Metadata } from 'next'
import { PeoplePage } from '@/components/account/people'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'People' }

type Query = { searchParams: Promise<{ after?: string | string[]; links?: string | string[] }> }

export default async function Page({ searchParams }: Query) {
  const { after, links: linksAfter } = await searchParams
  await requireActor('/desk/team')
  const call = await caller()
  const page = typeof after === 'string' ? after : null
  const linksPlace = typeof linksAfter === 'string' ? linksAfter : null
  const people = await orNotFound(call.account.list({ cursor: page }))
  const links = people.can.invite.allowed ? await orNotFound(call.account.links({ cursor: linksPlace })) : null
  return <PeoplePage people={people} page={page} links={links} linksPlace={linksPlace} />
}
