import type { ReactNode } from 'react'
import { TeamNav } from '@/components/team/team-nav'

export default function TeamLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex w-full max-w-page flex-col gap-5">
      <h1 className="text-xl font-semibold">Team</h1>
      <TeamNav />
      {children}
    </div>
  )
}
