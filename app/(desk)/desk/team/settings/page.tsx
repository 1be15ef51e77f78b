import type { Metadata } from 'next'
import { SettingsForm } from '@/components/team/settings-form'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'Settings of the team' }

export default async function Page() {
  await requireActor('/desk/team/settings')
  const team = await orNotFound((await caller()).team.show())
  return <SettingsForm team={team} />
}
