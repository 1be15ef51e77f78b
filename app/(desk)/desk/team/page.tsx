import type { Metadata } from 'next'
import { PeoplePage } from '@/components/account/people'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'People' }

type Query = { searchParams: Promise<{ after?: string | string[] }> }

export default async function Page({ searchParams }: Query) {
  const { after } = await searchParams
  await requireActor('/desk/team')
  const call = await caller()
  const people = await orNotFound(call.account.list(typeof after === 'string' ? { cursor: after } : {}))
  const links = people.can.invite.allowed ? await orNotFound(call.account.links({})) : null
  const moreHref = people.nextCursor === null ? undefined : `/desk/team?after=${people.nextCursor}`
  return <PeoplePage people={people} links={links} moreHref={moreHref} />
}
