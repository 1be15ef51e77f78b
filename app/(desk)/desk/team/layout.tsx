import type { ReactNode } from 'react'
import { TeamNav } from '@/components/team/team-nav'

export default function TeamLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-5">
      <h1 className="font-serif text-2xl font-semibold">Team</h1>
      <TeamNav />
      {children}
    </div>
  )
}
